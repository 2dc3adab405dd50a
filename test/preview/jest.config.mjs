import root from '../../jest.config.mjs';

const { transform, transformIgnorePatterns } = root.projects[0];

/**
 * These need a Chromium, so they are not among the tests that run everywhere.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: '../..',
  displayName: 'browser',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/preview/*.browser.ts'],
  testTimeout: 20_000,
  transform,
  transformIgnorePatterns,
};
