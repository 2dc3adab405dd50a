import { type Fault, startEmulator } from '../../server/emulator';
import { until } from '../support/until';
import { type ClientRequest, emulator, LIST, put, sendSigned, startService } from './client';

startService();
const STS: ClientRequest = { target: '/sts' };
const UPDATE = put('<Request><Name>changed</Name><State>Paused</State><NotifyConfig/></Request>');

const call = (request = LIST) => sendSigned(request);
const currentName = () => emulator.queues[0]?.Name;

describe('the response of a fault', () => {
  it.each<[string, Fault['answer'], string, RegExp]>([
    [
      'XML by default',
      {},
      '500 application/xml',
      /<Error><Code>InternalError<\/Code><Message>.+<Resource>\/docqueue\/p.+<\/TraceId><\/Error>$/,
    ],
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
    ['text', { format: 'text', message: 'OK' }, '500 text/plain; charset=utf-8', /^OK$/],
    ['nothing', { format: 'empty' }, '500 application/xml', /^$/],
    ['exact text', { status: 200, body: '<a>队列' }, '200 application/xml', /^<a>队列$/],
  ])('is %s', async (_, answer, head, body) => {
    emulator.setFault({ answer });
    const response = await call(UPDATE);
    expect(`${response.status} ${response.headers['content-type']}`).toBe(head);
    expect(response.body).toMatch(body);
    expect(currentName()).toBe('queue-doc-process-1');
  });

  it('is JSON by default for the key server', async () => {
    emulator.setFault({ target: 'sts', answer: { status: 500 } });
    expect(JSON.parse((await call(STS)).body)).toMatchObject({ Code: 'InternalError' });
  });
});

it.each<[string, Fault | Fault[], ClientRequest[], number[]]>([
  ['the next calls', { times: 2, answer: {} }, [LIST, STS, LIST, STS], [500, 500, 200, 200]],
  ['every call', { answer: {} }, [LIST, LIST, LIST], [500, 500, 500]],
  ['one target', { target: 'update', answer: {} }, [LIST, UPDATE, STS], [200, 500, 200]],
  ['two targets', { target: ['list', 'sts'], answer: {} }, [LIST, UPDATE, STS], [500, 200, 500]],
  [
    'several calls in sequence',
    [
      { times: 1, answer: { status: 500 } },
      { target: 'update', answer: { status: 502 } },
      { times: 1, answer: { status: 503 } },
    ],
    [LIST, UPDATE, LIST, LIST],
    [500, 502, 503, 200],
  ],
])('affect %s', async (_, faults, requests, statuses) => {
  emulator.setFault(faults);
  for (const [index, request] of requests.entries()) {
    expect((await call(request)).status).toBe(statuses[index]);
  }
});

it('cuts a response short, with a Content-Length that fits, after the call was carried out', async () => {
  const { headers: whole } = await call(UPDATE);
  emulator.reset();
  emulator.setFault({ cut: { fraction: 0.5 } });
  const { status, headers, body } = await call(UPDATE);
  const length = Math.floor(Number(whole['content-length']) * 0.5);
  expect(status).toBe(200);
  expect(headers['content-length']).toBe(String(length));
  expect(Buffer.byteLength(body)).toBe(length);
  expect(currentName()).toBe('changed');
});

describe('a dropped connection', () => {
  it('comes without a response, and the call is not carried out', async () => {
    emulator.setFault({ times: 1, drop: true });
    await expect(call(UPDATE)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(currentName()).toBe('queue-doc-process-1');
    expect((await call()).status).toBe(200);
  });

  it('comes in the middle of a response, after the call was carried out', async () => {
    emulator.setFault({ times: 1, cut: { fraction: 0.1 }, drop: true });
    await expect(call(UPDATE)).rejects.toMatchObject({ message: 'aborted' });
    expect(currentName()).toBe('changed');
  });
});

describe('a delayed response', () => {
  it('comes after the call was carried out', async () => {
    emulator.setFault({ times: 1, delay: 300 });
    let isOver = false;
    const delayed = call(UPDATE).finally(() => {
      isOver = true;
    });
    await until(() => currentName() === 'changed', 3000);
    expect(isOver).toBe(false);
    expect((await delayed).status).toBe(200);
  });

  it('does not keep the service from closing', async () => {
    const other = await startEmulator();
    other.setFault({ delay: 600_000 });
    const waiting = expect(sendSigned(LIST, { url: other.url })).rejects.toThrow();
    await until(() => other.requests.length === 1, 3000);
    await other.close();
    await waiting;
  });
});

it.each<[string, unknown, RegExp]>([
  ['an unknown field', { drop: true, tmes: 1 }, /tmes/],
  ['an unknown target', { drop: true, target: 'get' }, /target/],
  ['an impossible status', { answer: { status: 1000 } }, /status/],
])('refuses %s, and keeps the faults that are set', (_, fault, message) => {
  emulator.setFault({ times: 3, drop: true });
  expect(() => emulator.setFault(fault as Fault)).toThrow(message);
  expect(emulator.faults).toMatchObject([{ times: 3 }]);
});
