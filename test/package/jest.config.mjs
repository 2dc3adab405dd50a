import root from '../../jest.config.mjs';

const { transform, transformIgnorePatterns } = root.projects[0];

/**
 * These need WeChat's own tools, so they are not among the tests that run everywhere.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: '../..',
  displayName: 'package',
  roots: ['<rootDir>/test/package'],
  testEnvironment: 'node',
  verbose: true,
  testMatch: ['<rootDir>/test/package/*.test.ts'],
  // A first run downloads the tools.
  testTimeout: 10 * 60_000,
  transform,
  transformIgnorePatterns,
};
