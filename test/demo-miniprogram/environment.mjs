import { TestEnvironment } from 'jest-environment-jsdom';

// What the local service and `wx.request` need of Node: jsdom has others, or none.
const OF_NODE = [
  'AbortController',
  'AbortSignal',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'ReadableStream',
  'TransformStream',
  'WritableStream',
  'TextDecoder',
  'TextEncoder',
  'setImmediate',
  'clearImmediate',
  'structuredClone',
];

/** A browser's document for the pages, in a Node that can run the local service, on a phone in Beijing. */
export default class extends TestEnvironment {
  #timeZone = process.env.TZ;

  async setup() {
    await super.setup();
    for (const name of OF_NODE) this.global[name] = globalThis[name];
    process.env.TZ = 'Asia/Shanghai';
  }

  async teardown() {
    if (this.#timeZone === undefined) delete process.env.TZ;
    else process.env.TZ = this.#timeZone;
    await super.teardown();
  }
}
