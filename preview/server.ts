import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { type Listening, listen } from '../server/listen';
import { isLocal, NOT_LOCAL } from '../server/local';
import { type BundleOptions, bundlePhone, bundleShell } from './build/bundle';
import { WEUI_STYLE } from './build/weui';

interface PreviewOptions extends BundleOptions {
  /** 0 picks a free one. */
  readonly port: number;
}

type Load = (options: BundleOptions) => Promise<string>;

const file = (path: string) => () => readFile(resolve(__dirname, path), 'utf8');

const FILES: Record<string, readonly [type: string, load: Load]> = {
  '/': ['text/html', file('shell/index.html')],
  '/weui.css': ['text/css', file(WEUI_STYLE)],
  '/shell.css': ['text/css', file('shell/shell.css')],
  '/shell.js': ['text/javascript', bundleShell],
  '/phone.html': ['text/html', file('phone/phone.html')],
  '/phone.css': ['text/css', file('phone/built-in.wxss')],
  '/phone.js': ['text/javascript', bundlePhone],
};

/**
 * Serves the preview of a mini program, on this machine only. Its script is built on each request, so that
 * a change of the source shows after a reload.
 *
 * @throws (rejects) when the mini program cannot be built, or with `EADDRINUSE`
 */
export async function servePreview(options: PreviewOptions): Promise<Listening> {
  // A mistake in the source is reported at the start rather than in the browser.
  await bundlePhone(options);
  const server = createServer(async (request, response) => {
    const send = (status: number, type: string, body: string) =>
      response
        .writeHead(status, {
          'Content-Type': `${type}; charset=utf-8`,
          'Cache-Control': 'no-store',
        })
        .end(body);
    const [type, load] = FILES[request.url?.split('?')[0] ?? ''] ?? [];
    if (!isLocal(request)) send(403, 'text/plain', NOT_LOCAL);
    else if (!type || !load) send(404, 'text/plain', 'Not found');
    else {
      await load(options).then(
        (body) => send(200, type, body),
        ({ message }: Error) => send(500, 'text/plain', message),
      );
    }
  });
  return listen(server, options.port);
}
