import all from '../jest.config.mjs';

/** For Stryker: the tests of `src` alone, in the environment that tells Stryker which test reaches which mutant. */
const [src] = all.projects;
process.env.PROPERTY_RUNS = '50';
export default {
  ...src,
  rootDir: '..',
  // A mutant after which a promise never settles is found sooner.
  testTimeout: 2000,
  testMatch: ['<rootDir>/test/mutation.ts'],
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
};
