import faults from './faults/jest.config.mjs';

/**
 * What needs more of a machine than Node: a browser, iOS's engine, the tools of others, some minutes.
 *
 * @type {import('jest').Config}
 */
export default {
  // The browser's tests measure for how long the page is blocked.
  maxWorkers: 1,
  // A first run downloads the tools.
  testTimeout: 10 * 60_000,
  projects: [
    ...['preview', 'jsc', 'package', 'frameworks'].map(
      (room) => `<rootDir>/${room}/jest.config.mjs`,
    ),
    ...faults.projects,
  ],
};
