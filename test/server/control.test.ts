import { QUEUE_ID } from '../support/client';
import { emulator, LIST, list, send, sendSigned, startService } from './client';

startService({ queues: 3 });

async function control(method: string, path: string, body?: unknown) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const response = await send({ method, target: `/_emulator${path}`, body: text });
  expect(response.headers['content-type']).toBe('application/json');
  return { status: response.status, json: JSON.parse(response.body) };
}

it('shows its state, and describes every route with examples that work', async () => {
  await list();
  const { status, json } = await control('GET', '');
  expect(status).toBe(200);
  const settings = { sparse: false, keySeconds: 1800, clockOffset: 0 };
  expect(json).toMatchObject({ settings, faults: [], queues: 3, requests: 1 });

  const routes = Object.entries<{ does: string; bodies?: object }>(json.routes);
  expect(routes.map(([route]) => route)).toContain('PUT /docqueue/<QueueId>');
  for (const [route, { bodies = { '': undefined } }] of routes) {
    const [method = '', path = ''] = route.split(' ');
    if (!path.startsWith('/_emulator')) continue;
    for (const body of Object.values(bodies)) {
      emulator.reset();
      const target = path.replace('/_emulator', '').replace('<QueueId>', QUEUE_ID);
      const { status } = await control(method, target, body);
      expect(`${route} ${JSON.stringify(body)} ${status}`).toMatch(/ 200$/);
    }
  }
});

it('changes, removes and replaces queues', async () => {
  const before = emulator.queues;
  const change = { State: 'Paused', NotifyConfig: { Url: 'x', Mode: '1' }, More: 2 };
  const { json } = await control('PATCH', `/queues/${QUEUE_ID}`, change);
  const NotifyConfig = { Url: 'x', Event: '', Type: '', State: 'Off', Mode: '1' };
  expect(json).toEqual({ ...before[0], ...change, NotifyConfig });
  expect((await list()).body).toContain('<More>2</More></QueueList>');

  expect((await control('DELETE', `/queues/${QUEUE_ID}`)).json).toEqual(before.slice(1));
  expect((await control('PUT', '/queues', [{ QueueId: 'a', Name: 'b' }])).json).toMatchObject([
    { QueueId: 'a', Name: 'b', State: 'Active', MaxSize: 10000 },
  ]);
});

it('changes settings, and resets everything but the keys', async () => {
  const changed = await control('PATCH', '/settings', { sparse: true, keySeconds: 60 });
  expect(changed.json.settings).toEqual({ sparse: true, keySeconds: 60, clockOffset: 0 });
  emulator.setQueues(10);
  emulator.setFault({ drop: true });
  await send({ target: '/nowhere' });
  const key = emulator.issueKey();
  const { json } = await control('POST', '/reset');
  expect(json).toMatchObject({ settings: { sparse: false }, faults: [], queues: 3, requests: 0 });
  expect((await sendSigned(LIST, key)).status).toBe(200);
});

it.each<[string, string, number, RegExp, unknown]>([
  ['PUT', '/fault', 400, /must be JSON/, undefined],
  ['PUT', '/fault', 400, /tmes/, { drop: true, tmes: 1 }],
  ['PUT', '/fault', 400, /target/, { drop: true, target: 'get' }],
  ['PUT', '/fault', 413, /larger than/, ' '.repeat(100_000)],
  ['PATCH', '/settings', 400, /keySeconds/, { keySeconds: 0 }],
  ['PUT', '/queues', 400, />=0/, -1],
  ['PATCH', `/queues/${QUEUE_ID}`, 400, /More/, { More: null }],
  ['DELETE', '/queues/none', 404, /none does not exist/, undefined],
  ['GET', '/elsewhere', 404, /no GET \/_emulator\/elsewhere/, undefined],
])('refuses %s %s: %i %s', async (method, path, status, message, body) => {
  emulator.setFault({ times: 3, drop: true });
  const { faults, queues } = emulator;
  const response = await control(method, path, body);
  expect(response.status).toBe(status);
  expect(response.json.error).toMatch(message);
  expect(emulator).toMatchObject({ faults, queues });
});
