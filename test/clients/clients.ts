import { readFileSync } from 'node:fs';
import NodeCOS from 'cos-nodejs-sdk-v5';
import { JSDOM } from 'jsdom';

/** A request that is signed and about to be sent, as both SDKs show it to `before-send`. */
export interface Sending {
  url: string;
  qs: Record<string, string>;
  headers: Record<string, string>;
}

/** The part of both SDKs that is used here. */
export interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: an answer, parsed by an SDK that is not ours
  request(params: object): Promise<any>;
  on(event: 'before-send', listener: (sending: Sending) => void): void;
}
interface Sdk {
  new (options: object): Client;
  util: { json2xml(json: object): string };
}

/** In a page, of another origin than the service: with the page's own XMLHttpRequest, and its CORS. */
function inBrowser(): Sdk {
  const { window } = new JSDOM('', { url: 'https://example.com/', runScripts: 'outside-only' });
  window.eval(readFileSync(require.resolve('cos-js-sdk-v5'), 'utf8'));
  return window.COS;
}

export const SDKS: [name: string, COS: Sdk][] = [
  ['cos-nodejs-sdk-v5', NodeCOS as unknown as Sdk],
  ['cos-js-sdk-v5', inBrowser()],
];
