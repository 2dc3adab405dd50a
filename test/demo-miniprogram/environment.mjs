import Page from 'jest-fixed-jsdom';

/** A page with Node's own globals, which the local service needs, on a phone in Beijing. */
export default class extends Page {
  async setup() {
    await super.setup();
    process.env.TZ = 'Asia/Shanghai';
  }

  async teardown() {
    delete process.env.TZ;
    await super.teardown();
  }
}
