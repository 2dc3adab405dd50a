import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Listening, listen } from '../server/listen';
import { isLocal, NOT_LOCAL } from '../server/local';
import { type BundleOptions, bundlePhone, bundleShell } from './build/bundle';

export interface PreviewOptions extends BundleOptions {
  /** 0 takes a free one. */
  readonly port: number;
}

const FILES: Record<string, readonly [file: string, type: string]> = {
  '/': ['shell/index.html', 'text/html'],
  // WeChat's own styles, for its toast and its dialog.
  '/weui.css': ['../node_modules/weui/dist/style/weui.min.css', 'text/css'],
  '/shell.css': ['shell/shell.css', 'text/css'],
  '/phone.html': ['phone/phone.html', 'text/html'],
  '/phone.css': ['phone/built-in.wxss', 'text/css'],
};

const SCRIPTS: Record<string, (options: BundleOptions) => Promise<string>> = {
  '/shell.js': bundleShell,
  '/phone.js': bundlePhone,
};

/**
 * Serves the preview of a mini program, on this machine only. A script is built each time it is asked
 * for: a change of the source shows after a reload.
 *
 * @throws (rejects) when the mini program cannot be built, or with `EADDRINUSE`
 */
export async function servePreview({ port, ...options }: PreviewOptions): Promise<Listening> {
  // What is wrong with the source is better said now than in the browser.
  await Promise.all(Object.values(SCRIPTS).map((bundle) => bundle(options)));
  const server = createServer(async (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const [status, type, body] = isLocal(request)
      ? await answer(path, options).catch(failure)
      : [403, 'text/plain', NOT_LOCAL];
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  return listen(server, port);
}

type Answer = [status: number, type: string, body: string];

async function answer(path: string, options: BundleOptions): Promise<Answer> {
  const bundle = SCRIPTS[path];
  if (bundle) return [200, 'text/javascript', await bundle(options).catch(complain)];
  const [file, type] = FILES[path] ?? [];
  if (!file || !type) return [404, 'text/plain', 'Not found'];
  return [200, type, await readFile(join(__dirname, file), 'utf8')];
}

const failure = ({ message }: Error): Answer => [500, 'text/plain', message];

/** A script that shows why there is no other. */
const complain = ({ message }: Error) =>
  `document.body.append(Object.assign(document.createElement('pre'), { textContent: ${JSON.stringify(message)} }));`;
