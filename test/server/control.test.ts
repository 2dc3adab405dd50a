import type { IncomingMessage } from 'node:http';
import { type Emulator, startEmulator } from '../../server/emulator';
import { RequestLog } from '../../server/emulator/log';
import { Queues } from '../../server/emulator/queues';
import { put, send, sendSigned, textOf } from './client';

let emulator: Emulator;
const LIST = { target: '/docqueue' };
const ID = 'p2505d57bdf4c4329804b58a6a5fb1572';

async function control(method: string, path: string, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await send(emulator.url, {
    method,
    target: `/_emulator${path}`,
    ...(text !== undefined && { body: text }),
  });
  expect(response.headers['content-type']).toBe('application/json');
  return { status: response.status, json: JSON.parse(response.body) };
}

beforeAll(async () => {
  emulator = await startEmulator({ queues: 3 });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

it('tells how things are and what can be done', async () => {
  await sendSigned(emulator, LIST);
  const { status, json } = await control('GET', '');
  expect(status).toBe(200);
  expect(json).toMatchObject({
    settings: { nonExist: 'nested', sparse: false, keySeconds: 1800, clockOffset: 0 },
    faults: [],
    queues: 3,
    requests: 1,
  });
  for (const [route, bodies] of Object.entries<unknown[]>(json.routes)) {
    const [method = '', path = ''] = route.split(' ');
    for (const body of bodies.length ? bodies : [undefined]) {
      emulator.reset();
      const target = path.replace('/_emulator', '').replace('<QueueId>', ID);
      const { status } = await control(method, target, body);
      expect(`${route} ${JSON.stringify(body)} ${status}`).toMatch(/ 200$/);
    }
  }
});

it('switches faults on and off', async () => {
  await control('PUT', '/fault', { times: 2, answer: { status: 503 } });
  expect((await sendSigned(emulator, LIST)).status).toBe(503);
  expect((await control('GET', '')).json.faults).toMatchObject([{ times: 1 }]);
  await control('DELETE', '/fault');
  expect((await sendSigned(emulator, LIST)).status).toBe(200);
  await control('PUT', '/fault', [{ target: 'sts', drop: true }]);
  expect((await sendSigned(emulator, LIST)).status).toBe(200);
});

it('changes settings', async () => {
  const { json } = await control('PATCH', '/settings', { sparse: true, keySeconds: 60 });
  expect(json.settings).toEqual({ ...emulator.settings, sparse: true, keySeconds: 60 });
  const { startTime, expiredTime } = JSON.parse(
    (await send(emulator.url, { target: '/sts' })).body,
  );
  expect(expiredTime - startTime).toBe(60);
});

it("changes queues behind their users' backs", async () => {
  const { json } = await control('PATCH', `/queues/${ID}`, {
    State: 'Paused',
    NotifyConfig: { Url: 'x', Mode: ['1', '2'] },
    More: { A: 1 },
  });
  expect(json).toMatchObject({ QueueId: ID, Name: 'queue-doc-process-1', State: 'Paused' });
  expect(json.NotifyConfig).toEqual({
    Url: 'x',
    Event: '',
    Type: '',
    State: 'Off',
    Mode: ['1', '2'],
  });
  const { body } = await sendSigned(emulator, { target: `/docqueue?queueIds=${ID}` });
  expect(body).toContain('<State>Off</State><Mode>1</Mode><Mode>2</Mode></NotifyConfig>');
  expect(body).toContain('<More><A>1</A></More></QueueList>');

  expect((await control('DELETE', `/queues/${ID}`)).json).toHaveLength(2);
  expect((await control('DELETE', `/queues/${ID}`)).status).toBe(404);
  expect((await control('PUT', '/queues', [{ QueueId: 'a', Name: 'b' }])).json).toMatchObject([
    { QueueId: 'a', Name: 'b', State: 'Active', MaxSize: 10000 },
  ]);
  expect((await control('PUT', '/queues', 40)).json).toHaveLength(40);
  expect((await control('GET', '/queues')).json).toEqual(emulator.queues);
});

it('tells programs the same things', () => {
  emulator.changeQueue(ID, { Name: 'c' });
  expect(emulator.queues[0]).toMatchObject({ QueueId: ID, Name: 'c' });
  const before = emulator.queues;
  emulator.removeQueue(ID);
  expect(before).toHaveLength(3);
  expect(emulator.queues).toHaveLength(2);
  expect(() => emulator.removeQueue(ID)).toThrow('does not exist');
  emulator.setQueues([{ QueueId: 'q', NotifyConfig: { Url: 'u' } }]);
  expect(emulator.queues[0]?.NotifyConfig).toEqual({ Url: 'u', Event: '', Type: '', State: 'Off' });
});

it('lists the requests, without what could be used again', async () => {
  const key = emulator.issueKey();
  const call = {
    method: 'PUT',
    target: `/docqueue/${ID}?x=%20`,
    headers: { 'X-Y': 'z' },
    body: 'text',
  };
  await sendSigned({ url: emulator.url, key }, call);
  await send(emulator.url, { target: '/nowhere', headers: { authorization: 'Basic abc' } });
  await send(emulator.url, { method: 'OPTIONS', target: '/docqueue' });

  const { json } = await control('GET', '/requests');
  expect(json).toEqual(emulator.requests);
  expect(json).toMatchObject([
    {
      method: 'PUT',
      url: `/docqueue/${ID}?x=%20`,
      status: 400,
      body: 'text',
      headers: {
        'x-y': 'z',
        'x-ci-security-token': '(hidden)',
        authorization: expect.stringMatching(
          /^q-sign-algorithm=sha1&q-ak=.*&q-header-list=host&q-url-param-list=x&q-signature=\(hidden\)$/,
        ),
      },
    },
    { method: 'GET', url: '/nowhere', status: 404, headers: { authorization: '(hidden)' } },
  ]);
  const text = JSON.stringify(json);
  expect(text).not.toContain(key.token);
  expect(text).not.toContain(key.secretKey);
  expect((await control('DELETE', '/requests')).json).toEqual([]);
  expect(emulator.requests).toEqual([]);
});

it('keeps the beginning of a long body', async () => {
  const body = `<Request>${'x'.repeat(60_000)}`;
  await sendSigned(emulator, put(ID, body));
  expect(emulator.requests[0]?.body).toBe(`${body.slice(0, 4096)}…`);
});

it('keeps the last thousand requests', () => {
  const log = new RequestLog();
  for (let i = 0; i < 1010; i++) {
    log.add({ method: 'GET', url: `/${i}`, headersDistinct: {} } as IncomingMessage);
  }
  expect(log.all.map(({ url }) => url)).toEqual(
    Array.from({ length: 1000 }, (_, i) => `/${i + 10}`),
  );
});

it('survives its own errors', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  const broken = jest.spyOn(Queues.prototype, 'all').mockImplementation(() => {
    throw new Error('broken');
  });
  expect(await control('GET', '/queues')).toEqual({ status: 500, json: { error: 'broken' } });
  const listed = await sendSigned(emulator, LIST);
  expect(`${listed.status} ${textOf(listed.body, 'Code')}`).toBe('500 InternalError');
  expect(log).toHaveBeenCalledTimes(2);
  broken.mockRestore();
  log.mockRestore();
  expect((await sendSigned(emulator, LIST)).status).toBe(200);
});

it('goes back to the start', async () => {
  emulator.setQueues(10);
  emulator.setFault({ drop: true });
  emulator.configure({ nonExist: 'flat' });
  await send(emulator.url, { target: '/nowhere' });
  const { json } = await control('POST', '/reset');
  expect(json).toMatchObject({
    settings: { nonExist: 'nested' },
    faults: [],
    queues: 3,
    requests: 0,
  });
});

it.each<[string, string, unknown, number, RegExp]>([
  ['PUT', '/fault', 'nonsense', 400, /must be JSON/],
  ['PUT', '/fault', undefined, 400, /must be JSON/],
  ['PUT', '/fault', { delay: '5' }, 400, /expected number.*delay/s],
  ['PUT', '/fault', null, 400, /expected object/],
  ['PATCH', '/settings', { nonExist: 'both' }, 400, /nonExist/],
  ['PATCH', '/settings', { keySeconds: 0 }, 400, /keySeconds/],
  ['PATCH', '/settings', { unknown: 1 }, 400, /unknown/],
  ['PATCH', '/settings', [], 400, /expected object/],
  ['PUT', '/queues', { a: 1 }, 400, /expected array/],
  ['PUT', '/queues', -1, 400, />=0/],
  ['PUT', '/queues', [{ QueueId: 'a' }, { QueueId: 'a' }], 400, /same QueueId/],
  ['PUT', '/queues', [{ Name: 5 }], 400, /Name/],
  ['PUT', '/queues', [{ Name: '\u0001' }], 400, /XML cannot hold.*Name/s],
  ['PATCH', `/queues/${ID}`, { 'b c': '1' }, 400, /XML element/],
  ['PATCH', `/queues/${ID}`, { More: null }, 400, /More/],
  ['PATCH', '/queues/none', {}, 404, /none does not exist/],
  ['GET', '/elsewhere', undefined, 404, /no GET \/_emulator\/elsewhere/],
  ['POST', '/fault', {}, 404, /no POST/],
  ['PUT', '/fault', ' '.repeat(2_000_000), 413, /larger than/],
])('refuses %s %s %j', async (method, path, body, status, message) => {
  const answer = await control(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.json.error).toMatch(message);
  expect((await control('GET', '')).json).toMatchObject({ faults: [], queues: 3 });
});

it.each([51, 3000, 100_000])('refuses JSON that is nested %i deep', async (depth) => {
  const body = `${'{"A":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const { status, json } = await control('PATCH', `/queues/${ID}`, body);
  expect(`${status} ${json.error}`).toBe('400 The JSON is nested more than 50 deep.');
});

it('keeps out of the way of the service', async () => {
  const { body } = await send(emulator.url, { target: '/_emulators' });
  expect(textOf(body, 'Code')).toBe('InvalidUrl');
});
