import { readFileSync } from 'node:fs';
import NodeCOS from 'cos-nodejs-sdk-v5';
import { JSDOM } from 'jsdom';
import { installWx } from '../support/wx';

/** The part of every SDK that is used here. */
export interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: an answer, parsed by an SDK that is not ours
  request(params: object): Promise<any>;
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

/** The SDK that the package is for, by itself. */
function inMiniProgram(): Sdk {
  installWx();
  const COS = require('cos-wx-sdk-v5');
  // The SDK for Node takes it for a sign of a browser.
  Reflect.deleteProperty(globalThis, 'window');
  return COS;
}

export const SDKS: [name: string, COS: Sdk][] = [
  ['cos-nodejs-sdk-v5', NodeCOS as unknown as Sdk],
  ['cos-js-sdk-v5', inBrowser()],
  ['cos-wx-sdk-v5', inMiniProgram()],
];
