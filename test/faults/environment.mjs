import { TestEnvironment } from 'jest-environment-node';

const EVENT = 'unhandledRejection';

/** Tells of unhandled rejections, for which Jest would fail the test, until the returned function is called. */
function hearUnhandled(listener) {
  const ofJest = process.rawListeners(EVENT);
  process.removeAllListeners(EVENT).on(EVENT, listener);
  return () => {
    process.removeAllListeners(EVENT);
    for (const original of ofJest) process.on(EVENT, original);
  };
}

/** The `process` that a test sees is a copy, which hears of nothing. */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.hearUnhandled = hearUnhandled;
  }
}
