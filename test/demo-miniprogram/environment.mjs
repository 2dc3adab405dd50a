import { TestEnvironment } from 'jest-environment-jsdom';

// jsdom's own do not go with Node's `fetch`.
const OF_NODE = ['AbortController', 'AbortSignal', 'Headers'];

/** A browser's document for the pages, in a Node that can run the local service, on a phone in Beijing. */
export default class extends TestEnvironment {
  #timeZone = process.env.TZ;

  async setup() {
    await super.setup();
    const missing = Object.getOwnPropertyNames(globalThis).filter((name) => !(name in this.global));
    for (const name of [...OF_NODE, ...missing]) this.global[name] = globalThis[name];
    process.env.TZ = 'Asia/Shanghai';
  }

  async teardown() {
    if (this.#timeZone === undefined) delete process.env.TZ;
    else process.env.TZ = this.#timeZone;
    await super.teardown();
  }
}
