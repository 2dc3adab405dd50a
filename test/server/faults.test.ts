import { type Emulator, type Fault, startEmulator } from '../../server/emulator';
import { type ClientRequest, codeOf, put, sendSigned, textOf, until } from './client';

const LIST: ClientRequest = { target: '/docqueue' };
const STS: ClientRequest = { target: '/sts' };
const UPDATE = put(
  'p2505d57bdf4c4329804b58a6a5fb1572',
  '<Request><Name>changed</Name><State>Paused</State><NotifyConfig/></Request>',
);

let emulator: Emulator;
const call = (request = LIST) => sendSigned(emulator, request);
const nameNow = () => emulator.queues[0]?.Name;

beforeAll(async () => {
  emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

describe('an answer', () => {
  it.each<[string, Fault['answer'], string, RegExp]>([
    [
      'XML by default',
      {},
      '500 application/xml',
      /<Error><Code>InternalError<\/Code><Message>.+<Resource>\/docqueue\/p.+<\/TraceId><\/Error>$/,
    ],
    ['XML', { status: 503 }, '503 application/xml', /<Code>ServiceUnavailable</],
    [
      'a code',
      { status: 403, code: 'X&Y', message: '<m>' },
      '403 application/xml',
      /<Code>X&amp;Y<\/Code><Message>&lt;m&gt;</,
    ],
    [
      'JSON',
      { status: 429, format: 'json' },
      '429 application/json',
      /^\{"Code":"SlowDown","Message":".+","RequestId":".+"\}$/,
    ],
    ['HTML', { status: 502, format: 'html' }, '502 text/html', /<h1>502 Bad Gateway<\/h1>/],
    [
      'text',
      { status: 200, format: 'text', message: 'OK' },
      '200 text/plain; charset=utf-8',
      /^OK$/,
    ],
    ['nothing', { status: 500, format: 'empty' }, '500 application/xml', /^$/],
    ['no content', { status: 204 }, '204 application/xml', /^$/],
    ['exact text', { status: 200, body: '<a>队列', contentType: 'x/y' }, '200 x/y', /^<a>队列$/],
  ])('of %s', async (_, answer, head, body) => {
    emulator.setFault({ answer });
    const response = await call(UPDATE);
    expect(`${response.status} ${response.headers['content-type']}`).toBe(head);
    expect(response.body).toMatch(body);
    expect(nameNow()).toBe('queue-doc-process-1');
  });

  it('carries the request id, and other headers when asked to', async () => {
    emulator.setFault({ answer: { headers: { 'Retry-After': '7', server: 'other' } } });
    const { body, headers } = await call();
    expect(textOf(body, 'RequestId')).toBe(headers['x-ci-request-id']);
    expect(headers).toMatchObject({ 'retry-after': '7', server: 'other' });
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('of the key server is JSON by default', async () => {
    emulator.setFault({ target: 'sts', answer: { status: 500 } });
    const { status, body } = await call(STS);
    expect(status).toBe(500);
    expect(JSON.parse(body)).toMatchObject({ Code: 'InternalError' });
  });
});

describe('how often and to whom', () => {
  const statuses = async (...requests: ClientRequest[]) => {
    const all: number[] = [];
    for (const request of requests) all.push((await call(request)).status);
    return all;
  };

  it('the next calls only', async () => {
    emulator.setFault({ times: 2, answer: {} });
    expect(emulator.faults).toMatchObject([{ times: 2 }]);
    expect(await statuses(LIST, STS, LIST, STS)).toEqual([500, 500, 200, 200]);
    expect(emulator.faults).toEqual([]);
  });

  it('until cleared', async () => {
    emulator.setFault({ answer: {} });
    expect(await statuses(LIST, LIST, LIST)).toEqual([500, 500, 500]);
    emulator.clear();
    expect(emulator.requests).toEqual([]);
    expect(await statuses(LIST)).toEqual([200]);
  });

  it('one target, or several', async () => {
    emulator.setFault({ target: 'update', answer: {} });
    expect(await statuses(LIST, UPDATE, STS)).toEqual([200, 500, 200]);
    emulator.setFault({ target: ['list', 'sts'], answer: {} });
    expect(await statuses(LIST, UPDATE, STS)).toEqual([500, 200, 500]);
  });

  it('one after another', async () => {
    emulator.setFault([
      { times: 1, answer: { status: 500 } },
      { target: 'update', answer: { status: 502 } },
      { times: 1, answer: { status: 503 } },
    ]);
    expect(await statuses(LIST, UPDATE, LIST, LIST)).toEqual([500, 502, 503, 200]);
  });

  it('from the start', async () => {
    const broken = await startEmulator({ faults: { times: 1, answer: { status: 503 } } });
    expect((await sendSigned(broken, LIST)).status).toBe(503);
    expect((await sendSigned(broken, LIST)).status).toBe(200);
    broken.reset();
    expect((await sendSigned(broken, LIST)).status).toBe(503);
    await broken.close();
  });
});

describe('a cut answer', () => {
  it.each<[string, NonNullable<Fault['cut']>, (whole: number) => number]>([
    ['nothing', { bytes: 0 }, () => 0],
    ['some bytes', { bytes: 100 }, () => 100],
    ['half', { fraction: 0.5 }, (whole) => Math.floor(whole / 2)],
    ['more than there is', { bytes: 1e6 }, (whole) => whole],
  ])('of %s ends there, and HTTP is none the wiser', async (_, cut, length) => {
    const whole = Buffer.byteLength((await call()).body);
    emulator.setFault({ cut });
    const { status, headers, body } = await call();
    expect(status).toBe(200);
    expect(headers['content-length']).toBe(String(length(whole)));
    // A cut through a character leaves a replacement for it.
    expect(Math.abs(Buffer.byteLength(body) - length(whole))).toBeLessThan(3);
  });

  it('is the answer of a call that was carried out', async () => {
    emulator.setFault({ cut: { bytes: 10 } });
    expect((await call(UPDATE)).body).toBe('<?xml vers');
    expect(nameNow()).toBe('changed');
  });
});

describe('a dropped connection', () => {
  it('comes without an answer, and nothing is done', async () => {
    emulator.setFault({ times: 2, drop: true });
    await expect(call()).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(call(UPDATE)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(nameNow()).toBe('queue-doc-process-1');
    expect(emulator.requests.map(({ status }) => status)).toEqual([undefined, undefined]);
    expect((await call()).status).toBe(200);
  });

  it.each([0, 50])('comes after %i bytes of it, when all was done', async (bytes) => {
    emulator.setFault({ times: 1, cut: { bytes }, drop: true });
    await expect(call(UPDATE)).rejects.toMatchObject({ message: 'aborted' });
    expect(nameNow()).toBe('changed');
    expect(emulator.requests).toMatchObject([{ status: 200 }]);
    expect((await call()).status).toBe(200);
  });
});

describe('a late answer', () => {
  it('is late, and right', async () => {
    emulator.setFault({ times: 1, delay: 150 });
    const start = Date.now();
    expect((await call()).status).toBe(200);
    expect(Date.now() - start).toBeGreaterThanOrEqual(145);
  });

  it('may be a failure', async () => {
    emulator.setFault({ delay: 50, answer: { status: 503 } });
    const start = Date.now();
    expect(codeOf(await call())).toBe('503 ServiceUnavailable');
    expect(Date.now() - start).toBeGreaterThanOrEqual(45);
  });

  it('comes after the call was carried out', async () => {
    emulator.setFault({ times: 1, delay: 300 });
    const late = call(UPDATE);
    await until(() => nameNow() === 'changed');
    expect(emulator.requests[0]).not.toHaveProperty('status');
    expect((await late).status).toBe(200);
    expect(emulator.requests[0]).toHaveProperty('status', 200);
  });

  it('holds nobody up who hangs up, or who closes the service', async () => {
    const slow = await startEmulator({ faults: { delay: 600_000 } });
    const gone = fetch(`${slow.url}/sts`, { signal: AbortSignal.timeout(50) });
    await expect(gone).rejects.toThrow();
    const waiting = sendSigned(slow, LIST);
    waiting.catch(() => {});
    await until(() => slow.requests.length === 2);
    await slow.close();
    await expect(waiting).rejects.toThrow();
  });
});

it.each<[string, unknown, RegExp]>([
  ['nothing to do', {}, /needs delay, answer, cut or drop/],
  ['an unknown field', { drop: true, tmes: 1 }, /tmes/],
  ['no times', { drop: true, times: 0 }, /times/],
  ['an unknown target', { drop: true, target: 'get' }, /list, update, sts/],
  ['two ways to cut', { cut: { bytes: 1, fraction: 1 } }, /bytes/],
  ['an answer that is dropped', { answer: {}, drop: true }, /cannot be cut or dropped/],
  ['a status that is none', { answer: { status: 1000 } }, /status/],
  ['a header that is none', { answer: { headers: { 'a b': 'c' } } }, /header/],
  ['a length of its own', { answer: { headers: { 'Content-Length': '1' } } }, /header/],
  ['an endless delay', { delay: 1e9 }, /delay/],
])('refuses %s, and keeps the faults that are', (_, fault, message) => {
  emulator.setFault({ times: 3, drop: true });
  expect(() => emulator.setFault(fault as Fault)).toThrow(message);
  expect(emulator.faults).toMatchObject([{ times: 3 }]);
});
