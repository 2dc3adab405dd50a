/**
 * `npm run test:mutation`: changes `src` in every way that Stryker knows, and sees whether a test of
 * `test/src` fails. Takes about three quarters of an hour on two cores, so it is not in `.ci/run`.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/**/*.ts', '!src/**/*.d.ts'],
  testRunner: 'jest',
  jest: { configFile: 'test/mutation.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 5000,
  // Stryker would rewrite it for the sandbox, by an API that TypeScript 7 does not have.
  tsconfigFile: 'none',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowEmojis: false, reportTests: false },
  ignorePatterns: [
    'demo-miniprogram',
    'preview',
    'docs',
    'test/package',
    'test/preview',
    'test/demo-miniprogram',
  ],
  tempDirName: '.cache/stryker',
  // The mutants that survive change nothing that a caller could see. They are in code that
  // - only saves time: xml.ts asks whether there is a carriage return at all, and `PIECE` leaves rare pieces to the other
  //   expressions;
  // - is never read: the name and the text of xml.ts's document itself, and the name of what errors.ts redacts first;
  // - could say more than it must: an anchor where the rest matches at the start anyway, or a text that no message holds.
  thresholds: { high: 100, low: 98, break: 98 },
};
