/**
 * `npm run test:mutation`: changes `src` in every way that Stryker knows, and sees whether a test of
 * `test/src` fails. Takes about 20 minutes on two cores, so it is not in `.ci/run`.
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
  // - failure.ts, `typeof body !== 'string'` never: what is no text cannot be read, and comes back as it
  //   is. The line spares the attempt.
  // - redact.ts, without `.slice(0, 4096)`: it bounds the time that a page of megabytes takes.
  // - xml.ts, `piece.includes('&')` always: other texts decode to themselves. It saves a fifth of the time
  //   of a long list.
  thresholds: { high: 100, low: 95, break: 95 },
};
