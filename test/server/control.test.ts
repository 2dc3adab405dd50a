import { State } from '../../server/emulator/state';
import { QUEUE_ID } from '../support/client';
import { emulator, list, send, startService } from './client';

startService({ queues: 3 });

async function control(method: string, path: string, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const target = `/_emulator${path}`;
  const response = await send({ method, target, ...(text !== undefined && { body: text }) });
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
  for (const [route, { does, bodies = { '': undefined } }] of routes) {
    expect(does).toMatch(/^[A-Z].*\.$/);
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

it('sets and removes faults, and shows how many calls they still affect', async () => {
  const { json } = await control('PUT', '/fault', { times: 2, answer: { status: 503 } });
  expect(json.faults).toMatchObject([{ times: 2 }]);
  expect((await list()).status).toBe(503);
  expect((await control('GET', '')).json.faults).toMatchObject([{ times: 1 }]);
  expect((await control('DELETE', '/fault')).json.faults).toEqual([]);
});

it('changes settings', async () => {
  const { json } = await control('PATCH', '/settings', { sparse: true, keySeconds: 60 });
  expect(json.settings).toEqual({ sparse: true, keySeconds: 60, clockOffset: 0 });
});

it('changes, removes and replaces queues', async () => {
  const before = emulator.queues;
  const change = { State: 'Paused', NotifyConfig: { Url: 'x', Mode: '1' }, More: 2 };
  const { json } = await control('PATCH', `/queues/${QUEUE_ID}`, change);
  const NotifyConfig = { Url: 'x', Event: '', Type: '', State: 'Off', Mode: '1' };
  expect(json).toEqual({ ...before[0], ...change, NotifyConfig });
  expect((await list()).body).toContain('<More>2</More></QueueList>');

  expect((await control('DELETE', `/queues/${QUEUE_ID}`)).json).toEqual(before.slice(1));
  expect((await control('DELETE', `/queues/${QUEUE_ID}`)).status).toBe(404);
  expect((await control('PUT', '/queues', [{ QueueId: 'a', Name: 'b' }])).json).toMatchObject([
    { QueueId: 'a', Name: 'b', State: 'Active', MaxSize: 10000 },
  ]);
  expect(before[0]).toHaveProperty('State', 'Active');
});

it('logs an error of its own, and serves the next request', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation();
  const broken = jest.spyOn(State.prototype, 'queues', 'get').mockImplementation(() => {
    throw new Error('broken');
  });
  await expect(list()).rejects.toThrow();
  expect(log).toHaveBeenCalledTimes(1);
  broken.mockRestore();
  log.mockRestore();
  expect((await list()).status).toBe(200);
});

it('resets everything', async () => {
  emulator.setQueues(10);
  emulator.setFault({ drop: true });
  emulator.configure({ sparse: true });
  await send({ target: '/nowhere' });
  const { json } = await control('POST', '/reset');
  expect(json).toMatchObject({ settings: { sparse: false }, faults: [], queues: 3, requests: 0 });
});

it.each<[string, string, number, RegExp, unknown]>([
  ['PUT', '/fault', 400, /must be JSON/, 'nonsense'],
  ['PUT', '/fault', 400, /expected number.*delay/s, { delay: '5' }],
  ['PATCH', '/settings', 400, /keySeconds/, { keySeconds: 0 }],
  ['PUT', '/queues', 400, /expected array/, { a: 1 }],
  ['PUT', '/queues', 400, />=0/, -1],
  ['PATCH', `/queues/${QUEUE_ID}`, 400, /More/, { More: null }],
  ['PATCH', '/queues/none', 404, /none does not exist/, {}],
  ['GET', '/elsewhere', 404, /no GET \/_emulator\/elsewhere/, undefined],
  ['PUT', '/fault', 413, /larger than/, ' '.repeat(2_000_000)],
])('refuses %s %s: %i %s', async (method, path, status, message, body) => {
  const before = emulator.queues;
  const response = await control(method, path, body);
  expect(response.status).toBe(status);
  expect(response.json.error).toMatch(message);
  expect(emulator.faults).toEqual([]);
  expect(emulator.queues).toEqual(before);
});
