import root from '../../jest.config.mjs';

const [{ displayName, testMatch, ...common }] = root.projects;

/** @type {import('jest').Config} */
export default {
  ...common,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/jsc/*.test.ts'],
};
