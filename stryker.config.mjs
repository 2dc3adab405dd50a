/**
 * `npm run test:mutation`: changes `src` in every way that Stryker knows, and sees whether a test of
 * `test/src` fails. Takes about an hour on two cores, so it is not in `.ci/run`.
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
    'test/faults',
    'test/clients',
    'test/demo-miniprogram',
  ],
  tempDirName: '.cache/stryker',
  // The mutants that survive change nothing that a caller could see:
  // - failure.ts, an empty `catch`: it gives `undefined`, too. sdk.ts, any other word than 'sdk': only the
  //   other two are asked for. sdk.ts, whether `request` returned something: that only saves making a promise.
  // - paginate.ts, `seen.size >= counted`: equal ones have ended the list before.
  // - queue.ts, an offset without `^` or `$`: five characters are cut out first. A field that reads as it came need
  //   not be set, which saves time.
  // - xml.ts, what only saves time, too: whether there is a CR, whether the expression for rare pieces is there
  //   already, and what the usual expressions do not take, as the others take it then. The document's own name and
  //   text are never read.
  thresholds: { high: 100, low: 98, break: 98 },
};
