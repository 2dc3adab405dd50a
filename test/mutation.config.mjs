import all from '../jest.config.mjs';

/** For Stryker: the tests of `src` alone, in the environment that tells which test runs which mutant. */
const [src] = all.projects;
process.env.PROPERTY_RUNS = '50';
export default {
  ...src,
  rootDir: '..',
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  // The one starts a process of its own, in which no mutant is active; the other takes seconds for each.
  testPathIgnorePatterns: ['/node_modules/', 'callback.test.ts', 'hostile.xml.test.ts'],
};
