import { fileURLToPath } from 'node:url';
import root from '../jest.config.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const [common] = root.projects;
const project = (displayName, tests, more) => ({
  ...common,
  rootDir,
  displayName,
  testMatch: [`<rootDir>/test/${tests}`],
  // The apps and tools that they install have tests and packages of their own.
  roots: [`<rootDir>/test/${tests.split('/')[0]}`],
  ...more,
});

/**
 * What needs more of a machine than Node: a browser, iOS's engine, the tools of others, some minutes.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir,
  // The browser and JavaScriptCore tests have time limits.
  maxWorkers: 1,
  // A first run downloads the tools.
  testTimeout: 10 * 60_000,
  projects: [
    project('browser', 'preview/*.browser.ts'),
    project('jsc', 'jsc/*.test.ts'),
    project('package', 'package/*.test.ts', { globalSetup: '<rootDir>/test/package/tools.ts' }),
    project('frameworks', 'frameworks/*.test.ts'),
  ],
};
