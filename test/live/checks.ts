import { setTimeout as wait } from 'node:timers/promises';
import type { Any } from '../support/any';
import { client, type Key, list, permanentKey, responseTo, temporaryKey } from './connection';
import { env, options } from './options';

export const counts = { yes: 0, NO: 0, 'not checked': 0 };

/** Prints a row of the table. `undefined` means that it cannot be checked here. */
function check(name: string, assumed: string, found: string | undefined): void {
  const agrees = found === undefined ? 'not checked' : found === assumed ? 'yes' : 'NO';
  counts[agrees] += 1;
  const cells = [agrees, name, assumed, found ?? ''].map((text) => text.replace(/\s|\|/g, ' '));
  console.log(`| ${cells.join(' | ')} |`);
}

const UNKNOWN_IDS = ['p00000000000000000000000000000000', 'p11111111111111111111111111111111'];

const namesOf = (fields: object = {}) => Object.keys(fields).join(' ');
const queuesOf = ({ content: { QueueList = [] } }: { content: Any }): Any[] => [QueueList].flat();
const codeOf = ({ code }: { code: string }) => code;

/** The names of the elements in which two records differ, other than `UpdateTime`. */
function differences(one: Any, other: Any): string {
  if (!one?.QueueId || !other?.QueueId) return 'everything';
  const { UpdateTime, ...all } = { ...one, ...other };
  const differ = (name: string) => JSON.stringify(one[name]) !== JSON.stringify(other[name]);
  return Object.keys(all).filter(differ).join(' ') || 'nothing';
}

export async function checkLists(cos: Any): Promise<void> {
  const all = await list(cos);
  const [first = {} as Any] = queuesOf(all);
  const { RequestId, TotalCount: total = 'some' } = all.content;
  const elements =
    'QueueId Name State NotifyConfig MaxSize MaxConcurrent CreateTime UpdateTime BucketId Category';
  const time = `${first.UpdateTime}`.replace(/\d/g, '0');
  const paging = 'RequestId TotalCount PageNumber PageSize QueueList';
  const idInHeader = all.headers['x-ci-request-id'] ?? 'none';
  check('The narrow policy suffices for a list', '200', all.outcome);
  check('Elements of a list', paging, namesOf(all.content));
  check('Elements of a queue', elements, namesOf(first));
  check('BucketId is that of the request', 'true', `${first.BucketId === env.COS_BUCKET}`);
  check('Category', 'DocProcessing', `${first.Category}`);
  check('UpdateTime, with 0 for every digit', '0000-00-00T00:00:00+0000', time);
  check('x-ci-request-id is the RequestId', 'true', `${idInHeader === RequestId}`);

  const page = (number: number, size: number, queues = Math.min(size, total)) =>
    `200: page ${number} of size ${size}, ${queues} of ${total} queues`;
  const lists: [name: string, query: Record<string, string>, assumed: string][] = [
    ['No parameters', {}, page(1, 10)],
    ['Empty values', { queueIds: '', state: '', pageNumber: '', pageSize: '' }, page(1, 10)],
    ['The names of SDK 1.1.1', { pagenumber: '2', pagesize: '3' }, page(1, 10)],
    ['pageSize=1', { pageSize: '1' }, page(1, 1)],
    ['pageSize=100', { pageSize: '100' }, page(1, 100)],
    ['pageSize=1000', { pageSize: '1000' }, page(1, 1000)],
    ['A page after the last', { pageNumber: '1000' }, page(1000, 10, 0)],
    ['pageSize=0', { pageSize: '0' }, '400 InvalidArgument'],
    ['state=All', { state: 'All' }, page(1, 10)],
    ['state=Stopped', { state: 'Stopped' }, '400 InvalidArgument'],
  ];
  for (const [name, query, assumed] of lists) {
    const response = await list(cos, query);
    const { PageNumber, PageSize, TotalCount } = response.content;
    const queues = `${queuesOf(response).length} of ${TotalCount} queues`;
    const found = `200: page ${PageNumber} of size ${PageSize}, ${queues}`;
    check(name, assumed, response.outcome === '200' ? found : response.outcome);
  }

  const active = await list(cos, { state: 'Active' });
  const paused = await list(cos, { state: 'Paused' });
  const sum = Number(active.content.TotalCount) + Number(paused.content.TotalCount);
  check('state=Active and state=Paused together', `${total}`, `${sum}`);
  const listed = cos.listAllDocProcessQueues().then((queues: unknown[]) => queues.length, codeOf);
  check('Number of queues that the package lists', `${total}`, `${await listed}`);
}

export async function checkIds(cos: Any): Promise<void> {
  const [first = {} as Any] = queuesOf(await list(cos));
  const queueIds = first.QueueId ?? 'none';
  const byId = await list(cos, { queueIds });
  const [found = {} as Any] = queuesOf(byId);
  check('Elements of a list by id', 'RequestId QueueList', namesOf(byId.content));
  check('NotifyConfig of a list by id', 'Url Event Type State', namesOf(found.NotifyConfig));
  check('A queue in a list by id differs in', 'nothing', differences(first, found));

  const state = first.State === 'Paused' ? 'Active' : 'Paused';
  const other = await list(cos, { queueIds, state });
  const otherFound = `${other.outcome}, ${namesOf(other.content)}`;
  check('A list by id and a state that the queue is not in', '200, RequestId', otherFound);

  const missing = await list(cos, { queueIds: UNKNOWN_IDS.join() });
  const shape = JSON.stringify(missing.content.NonExistPIDs);
  check('NonExistPIDs of unknown ids', JSON.stringify({ QueueID: UNKNOWN_IDS }), `${shape}`);
  const get = cos.getDocProcessQueue({ QueueId: UNKNOWN_IDS[0] }).then(() => 'found', codeOf);
  check('The package gets an unknown id', 'QueueNotFound', await get);
}

export async function checkKeys(key: Key): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  // The real service may not issue so short a key.
  const short = await temporaryKey(1).catch(() => undefined);
  // This also restores the usual lifetime of keys on the local service.
  const { SecurityToken = '' } = await temporaryKey();
  const late = { ...key, StartTime: now - 1200, ExpiredTime: now - 600 };
  const refused: [name: string, bad: Key, assumed: string][] = [
    ['A wrong SecretKey', { ...permanentKey, SecretKey: 'wrong' }, '403 SignatureDoesNotMatch'],
    ['An unknown SecretId', { ...permanentKey, SecretId: 'AKIDunknown' }, '401 SecretidNotExist'],
    ['An expired signature', late, '401 SignatureExpired'],
    ['A temporary key without a token', { ...key, SecurityToken: '' }, '403 InvalidAccessKeyId'],
    ['A temporary key with the token of another', { ...key, SecurityToken }, '403 AccessDenied'],
  ];
  const outcomeWith = async (bad: Key) => (await list(client(bad))).outcome;
  for (const [name, bad, assumed] of refused) check(name, assumed, await outcomeWith(bad));

  // A second more, as the service's clock may be a little behind.
  if (short) await wait((Number(short.ExpiredTime) + 1) * 1000 - Date.now());
  const expired = short && (await outcomeWith({ ...short, ExpiredTime: now + 3600 }));
  check('An expired temporary key', '403 ExpiredToken', expired);

  const foreign = await list(client(key), {}, 'examplebucket-1250000000');
  // The local service accepts any bucket.
  const found = options.domain ? undefined : foreign.outcome;
  check('A bucket of another account', '403 AccessDenied', found);
}

/** Switches a queue to its other state and back, and restores it whatever happens. */
export async function checkUpdates(cos: Any, QueueId: string): Promise<void> {
  const read = async () => queuesOf(await list(cos, { queueIds: QueueId }))[0];
  const { Queue } = (await cos.getDocProcessQueue({ QueueId })).Response;
  // Ctrl+C must not leave the queue paused: this takes only seconds.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  try {
    for (const name of ['The narrow policy suffices for an update', 'An update back']) {
      const before = await read();
      const method = before?.State === 'Paused' ? 'resumeDocProcessQueue' : 'pauseDocProcessQueue';
      const { outcome, content } = await responseTo(cos[method]({ QueueId }));
      const after = await read();
      check(name, '200, changes State', `${outcome}, changes ${differences(before, after)}`);
      const returned = differences(after, content.Queue);
      check('Its response differs from a later list in', 'nothing', returned);
    }
    const settings = { Name: 'none', State: 'Active', NotifyConfig: { State: 'Off' } };
    const update = cos.updateDocProcessQueue({ QueueId: UNKNOWN_IDS[0], ...settings });
    const { outcome } = await responseTo(update);
    check('An update of an unknown id', '404 QueueNotFound', outcome);
  } finally {
    // A patch that changes nothing writes nothing.
    await cos.patchDocProcessQueue(Queue).catch(({ message }: Error) => {
      const original = JSON.stringify(Queue);
      throw new Error(`The queue could not be restored: ${message}\nIt was ${original}`);
    });
  }
}
