import all from '../jest.config.mjs';

/** For Stryker: the tests of `src` alone, in the environment that tells which test runs which mutant. */
const [src] = all.projects;
export default {
  ...src,
  rootDir: '..',
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  // They start processes of their own, in which no mutant is active.
  testPathIgnorePatterns: ['/node_modules/'],
};
