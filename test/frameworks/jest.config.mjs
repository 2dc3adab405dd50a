import root from '../../jest.config.mjs';

const { transform, transformIgnorePatterns } = root.projects[0];

/**
 * These install 700 MB, so they are not among the tests that run everywhere.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: '../..',
  displayName: 'frameworks',
  roots: ['<rootDir>/test/frameworks'],
  testEnvironment: 'node',
  verbose: true,
  testMatch: ['<rootDir>/test/frameworks/*.test.ts'],
  transform,
  transformIgnorePatterns,
};
