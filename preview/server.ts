import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Listening, listen } from '../server/listen';
import { isLocal, NOT_LOCAL } from '../server/local';
import { type BundleOptions, type Bundles, bundle, type Script } from './build/bundle';

export interface PreviewOptions extends BundleOptions {
  /** 0 takes a free one. */
  readonly port: number;
}

const FILES: Record<string, readonly [file: string, type: string]> = {
  '/': ['shell/index.html', 'text/html'],
  '/shell.css': ['shell/shell.css', 'text/css'],
  '/phone.html': ['phone/phone.html', 'text/html'],
  '/phone.css': ['phone/built-in.wxss', 'text/css'],
};

const SCRIPTS: Record<string, Script> = { '/shell.js': 'shell', '/phone.js': 'phone' };

/**
 * Serves the preview of a mini program, on this machine only. A script is built each time it is asked
 * for: a change of the source shows after a reload.
 *
 * @throws (rejects) when the mini program cannot be built, or with `EADDRINUSE`
 */
export async function servePreview({ port, ...options }: PreviewOptions): Promise<Listening> {
  const bundles = await bundle(options);
  try {
    // What is wrong with the source is better said now than in the browser.
    await Promise.all(Object.values(SCRIPTS).map((script) => bundles.build(script)));
    const { url, close } = await listen(serverOf(bundles), port);
    return {
      url,
      async close() {
        await bundles.dispose();
        await close();
      },
    };
  } catch (error) {
    await bundles.dispose();
    throw error;
  }
}

function serverOf(bundles: Bundles): Server {
  return createServer((request, response) => {
    if (!isLocal(request)) {
      send(response, 403, 'text/plain', NOT_LOCAL);
      return;
    }
    const [path = '/'] = (request.url ?? '/').split('?');
    answer(bundles, path, response).catch((error: Error) => {
      console.error(error);
      send(response, 500, 'text/plain', error.message);
    });
  });
}

async function answer(bundles: Bundles, path: string, response: ServerResponse): Promise<void> {
  const script = SCRIPTS[path];
  if (script) {
    const source = await bundles.build(script).catch(complain);
    send(response, 200, 'text/javascript', source);
    return;
  }
  const [file, type] = FILES[path] ?? [];
  if (!file || !type) send(response, 404, 'text/plain', 'Not found');
  else send(response, 200, type, await readFile(join(__dirname, file), 'utf8'));
}

/** A script that shows why there is no other. */
const complain = ({ message }: Error) =>
  `document.body.append(Object.assign(document.createElement('pre'), { textContent: ${JSON.stringify(message)} }));`;

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
