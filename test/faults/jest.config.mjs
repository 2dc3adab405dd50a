import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import root from '../../jest.config.mjs';

const { devDependencies } = createRequire(import.meta.url)('../../package.json');
const { transform, transformIgnorePatterns } = root.projects[0];
const NAME = 'cos-wx-sdk-v5-';

/**
 * These take a minute or two, so they are not among the tests that run everywhere. Each SDK is a project, as
 * each has its own `wx`.
 *
 * @type {import('jest').Config}
 */
export default {
  // By default Jest leaves a processor idle.
  maxWorkers: '100%',
  testTimeout: 120_000,
  projects: Object.keys(devDependencies)
    .filter((name) => name.startsWith(NAME))
    .map((name) => ({
      rootDir: fileURLToPath(new URL('../..', import.meta.url)),
      roots: ['<rootDir>/test/faults'],
      displayName: `SDK ${name.slice(NAME.length)}`,
      globals: { VERSION: name.slice(NAME.length) },
      testEnvironment: '<rootDir>/test/faults/environment.mjs',
      testMatch: ['<rootDir>/test/faults/*.test.ts'],
      transform,
      transformIgnorePatterns,
    })),
};
