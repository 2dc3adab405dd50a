/**
 * These need a Chromium, so they are not among the tests that run everywhere.
 *
 * @type {import('jest').Config}
 */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/preview/*.browser.ts'],
  testTimeout: 20_000,
  transform: {
    '^.+\\.(ts|js)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
    ],
  },
  // ESM-only packages, which Jest's CommonJS runtime cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!(saxen|hono|@hono)/)'],
};
