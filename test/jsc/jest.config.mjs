import root from '../../jest.config.mjs';

const [common] = root.projects;

/** @type {import('jest').Config} */
export default {
  ...common,
  rootDir: '../..',
  displayName: 'jsc',
  testMatch: ['<rootDir>/test/jsc/*.test.ts'],
};
