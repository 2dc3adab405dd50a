import type { Fault } from '../../server/emulator';
import { until } from '../support/until';
import { emulator, LIST, put, sendSigned, startService } from './client';

startService();
const STS = { target: '/sts' };
const UPDATE = put('<Request><Name>changed</Name><State>Paused</State><NotifyConfig/></Request>');
const currentName = () => emulator.queues[0]?.Name;

it.each<[string, Fault['answer'], string, RegExp]>([
  ['XML by default', {}, '500 application/xml', /<Error><Code>InternalError<.+<\/Error>$/],
  ['a code', { status: 403, code: 'X&Y' }, '403 application/xml', /<Code>X&amp;Y</],
  ['JSON', { status: 429, format: 'json' }, '429 application/json', /^\{"Code":"SlowDown",/],
  ['HTML', { status: 502, format: 'html' }, '502 text/html', /<h1>502 Bad Gateway<\/h1>/],
  ['text', { format: 'text', message: 'OK' }, '500 text/plain; charset=utf-8', /^OK$/],
  ['nothing', { format: 'empty' }, '500 application/xml', /^$/],
  ['exact text', { status: 200, body: '<a>队列' }, '200 application/xml', /^<a>队列$/],
])('responds with %s instead of carrying out a call', async (_, answer, head, body) => {
  emulator.setFault({ answer });
  const response = await sendSigned(UPDATE);
  expect(`${response.status} ${response.headers['content-type']}`).toBe(head);
  expect(response.body).toMatch(body);
  expect(currentName()).toBe('queue-doc-process-1');
});

it('responds with JSON by default for the key server', async () => {
  emulator.setFault({ target: 'sts', answer: { status: 500 } });
  expect(JSON.parse((await sendSigned(STS)).body)).toMatchObject({ Code: 'InternalError' });
});

it.each<[string, Fault | Fault[], number[]]>([
  ['every call', { answer: {} }, [500, 500, 500, 500]],
  ['the next calls', { times: 2, answer: {} }, [500, 500, 200, 200]],
  ['one target', { target: 'update', answer: {} }, [200, 500, 200, 200]],
  ['two targets', { target: ['list', 'sts'], answer: {} }, [500, 200, 500, 500]],
  [
    'several calls in sequence',
    [
      { times: 1, answer: { status: 500 } },
      { target: 'update', answer: { status: 502 } },
      { times: 1, answer: { status: 503 } },
    ],
    [500, 502, 503, 200],
  ],
])('affects %s', async (_, faults, statuses) => {
  emulator.setFault(faults);
  const found = [];
  for (const call of [LIST, UPDATE, STS, LIST]) found.push((await sendSigned(call)).status);
  expect(found).toEqual(statuses);
});

it('cuts a response short, with a Content-Length that fits, after the call was carried out', async () => {
  emulator.setFault({ cut: { fraction: 0.5 } });
  const { status, headers, body } = await sendSigned(UPDATE);
  expect(status).toBe(200);
  expect(body).toContain('<QueueId>');
  expect(body).not.toContain('</Response>');
  expect(headers['content-length']).toBe(`${Buffer.byteLength(body)}`);
  expect(currentName()).toBe('changed');
});

it.each<[string, Fault, string, string]>([
  ['before a call is carried out', {}, 'ECONNRESET: socket hang up', 'queue-doc-process-1'],
  ['in the middle of its response', { cut: { fraction: 0.1 } }, 'ECONNRESET: aborted', 'changed'],
])('drops the connection %s', async (_, fault, reason, name) => {
  emulator.setFault({ ...fault, drop: true });
  const { code, message } = await sendSigned(UPDATE).catch((error) => error);
  expect(`${code}: ${message}`).toBe(reason);
  expect(currentName()).toBe(name);
});

it('delays a response after the call was carried out', async () => {
  emulator.setFault({ times: 1, delay: 300 });
  const onEnd = jest.fn();
  const delayed = sendSigned(UPDATE).finally(onEnd);
  await until(() => currentName() === 'changed', 3000);
  expect(onEnd).not.toHaveBeenCalled();
  expect((await delayed).status).toBe(200);
});
