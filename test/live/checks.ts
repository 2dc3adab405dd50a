import { setTimeout as wait } from 'node:timers/promises';
import type { Any } from '../support/any';
import type { Connection, Key } from './connection';

export interface Context {
  readonly service: Connection;
  readonly key: Key;
  /** An SDK client with the package and that key. */
  readonly cos: Any;
  /** Compares what was found with what is assumed. `undefined` means that it cannot be checked here. */
  check(name: string, assumed: string, found: string | undefined): void;
}

const UNKNOWN_IDS = [
  'p00000000000000000000000000000000',
  'p11111111111111111111111111111111',
] as const;
/** The settings for an update of a queue that does not exist. */
const SETTINGS = { Name: 'none', State: 'Active', NotifyConfig: { State: 'Off' } };

/** The service's clock may be a little behind. */
const EXPIRY_MARGIN_MS = 1000;

const namesOf = (fields: object = {}) => Object.keys(fields).join(' ');
const queuesOf = ({ content: { QueueList = [] } }: { content: Any }): Any[] => [QueueList].flat();

/** The names of the elements in which two records differ, other than `UpdateTime`. */
function differences(one: Any, other: Any): string {
  if (!one?.QueueId || !other?.QueueId) return 'everything';
  const { UpdateTime, ...all } = { ...one, ...other };
  const names = Object.keys(all);
  const differ = (name: string) => JSON.stringify(one[name]) !== JSON.stringify(other[name]);
  return names.filter(differ).join(' ') || 'nothing';
}

const yesOrNo = (fact: boolean) => (fact ? 'yes' : 'no');
const codeOf = ({ code }: { code: string }) => code;

export async function checkLists({ service, cos, check }: Context): Promise<void> {
  const all = await service.list(cos);
  const { RequestId, TotalCount, PageNumber, PageSize } = all.content;
  const [first = {} as Any] = queuesOf(all);
  const elements =
    'QueueId Name State NotifyConfig MaxSize MaxConcurrent CreateTime UpdateTime BucketId Category';
  const times = queuesOf(all).flatMap(({ CreateTime, UpdateTime }) => [CreateTime, UpdateTime]);
  const forms = new Set(times.map((time) => `${time}`.replace(/\d/g, '0')));
  const isOfBucket = first.BucketId === service.env.COS_BUCKET;
  const hasHeader = RequestId !== undefined && all.headers['x-ci-request-id'] === RequestId;
  const paging = 'RequestId TotalCount PageNumber PageSize QueueList';
  check('The narrow policy suffices for a list', '200', all.outcome);
  check('Elements of a list', paging, namesOf(all.content));
  check('Elements of a queue', elements, namesOf(first));
  check('BucketId is the bucket of the request', 'yes', yesOrNo(isOfBucket));
  check('Category', 'DocProcessing', `${first.Category}`);
  check('Times, with 0 for every digit', '0000-00-00T00:00:00+0000', [...forms].join(', '));
  check('x-ci-request-id is the RequestId', 'yes', yesOrNo(hasHeader));
  check('Page and page size by default', '1, 10', `${PageNumber}, ${PageSize}`);

  for (const pageSize of ['1', '100', '1000']) {
    const page = await service.list(cos, { pageSize });
    const isFull = queuesOf(page).length === Math.min(page.content.TotalCount, Number(pageSize));
    const size = page.content.PageSize ?? page.outcome;
    check(`pageSize=${pageSize}`, `${pageSize}, full`, `${size}, ${isFull ? 'full' : 'not full'}`);
  }
  const empty = await service.list(cos, { pageSize: '0' });
  check('pageSize=0', '400 InvalidArgument', empty.outcome);
  const last = await service.list(cos, { pageNumber: '1000' });
  const lastFound = `${last.outcome}, ${queuesOf(last).length} of ${last.content.TotalCount} queues`;
  check('A page after the last', `200, 0 of ${TotalCount ?? 'some'} queues`, lastFound);
  for (const [name, query] of Object.entries({
    'Empty values': { queueIds: '', state: '', pageNumber: '', pageSize: '' },
    'pagenumber and pagesize, as SDK 1.1.1 sends them': { pagenumber: '2', pagesize: '3' },
  })) {
    const { outcome, content } = await service.list(cos, query);
    check(name, '200, 1, 10', `${outcome}, ${content.PageNumber}, ${content.PageSize}`);
  }

  const counts = [];
  for (const state of ['Active', 'Paused', 'All']) {
    counts.push(Number((await service.list(cos, { state })).content.TotalCount));
  }
  const [active = 0, paused = 0, every = 0] = counts;
  check('state=Active and state=Paused together', `${TotalCount ?? 'all'}`, `${active + paused}`);
  check('state=All', `${TotalCount ?? 'all'}`, `${every}`);
  const unknown = await service.list(cos, { state: 'Stopped' });
  check('state=Stopped', '400 InvalidArgument', unknown.outcome);

  const listed = cos.listAllDocProcessQueues().then((queues: unknown[]) => queues.length, codeOf);
  check('Number of queues that the package lists', `${TotalCount ?? 'all'}`, `${await listed}`);
}

export async function checkIds({ service, cos, check }: Context): Promise<void> {
  const [first = {} as Any] = queuesOf(await service.list(cos));
  const queueIds = first.QueueId ?? 'none';
  const byId = await service.list(cos, { queueIds });
  const [found = {} as Any] = queuesOf(byId);
  check('Elements of a list by id', 'RequestId QueueList', namesOf(byId.content));
  check('NotifyConfig of a list by id', 'Url Event Type State', namesOf(found.NotifyConfig));
  check('A queue in a list by id differs in', 'nothing', differences(first, found));

  const state = first.State === 'Paused' ? 'Active' : 'Paused';
  const other = await service.list(cos, { queueIds, state });
  const otherFound = `${other.outcome}, ${namesOf(other.content)}`;
  check('A list by id and a state that the queue is not in', '200, RequestId', otherFound);

  const missing = await service.list(cos, { queueIds: UNKNOWN_IDS.join() });
  const shape = JSON.stringify(missing.content.NonExistPIDs);
  const named = shape?.replace(UNKNOWN_IDS[0], 'A').replace(UNKNOWN_IDS[1], 'B');
  const nested = '200, {"QueueID":["A","B"]}';
  check('NonExistPIDs of the unknown ids A and B', nested, `${missing.outcome}, ${named}`);
  const get = cos.getDocProcessQueue({ QueueId: UNKNOWN_IDS[0] }).then(() => 'found', codeOf);
  check('The package gets an unknown id', 'QueueNotFound', await get);
}

export async function checkKeys({ service, key, check }: Context): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const listWith = async (bad: Key) => (await service.list(service.client(bad))).outcome;
  const wrong = await listWith({ ...service.keys[0], SecretKey: 'wrong' });
  check('A wrong SecretKey', '403 SignatureDoesNotMatch', wrong);
  const unknown = await listWith({ ...service.keys[0], SecretId: 'AKIDunknown' });
  check('An unknown SecretId', '401 SecretidNotExist', unknown);
  const late = await listWith({ ...key, StartTime: now - 1200, ExpiredTime: now - 600 });
  check('An expired signature', '401 SignatureExpired', late);

  const expired = await service.temporaryKey(1).then(
    async (short) => {
      await wait(Number(short.ExpiredTime) * 1000 - Date.now() + EXPIRY_MARGIN_MS);
      return listWith({ ...short, ExpiredTime: now + 3600 });
    },
    (error: Error) => `no such key: ${error.message}`,
  );
  check('An expired temporary key', '403 ExpiredToken', expired);
  // On the local service, this also restores the usual lifetime of keys.
  const { TmpSecretId = '', TmpSecretKey = '', SecurityToken = '' } = await service.temporaryKey();
  const bare = await listWith({ SecretId: TmpSecretId, SecretKey: TmpSecretKey });
  check('A temporary key without its token', '403 InvalidAccessKeyId', bare);
  const mixed = await listWith({ ...key, SecurityToken });
  check('A temporary key with the token of another key', '403 AccessDenied', mixed);

  const others = service.client(key, 'examplebucket-1250000000');
  // The local service accepts any bucket.
  const foreign = service.domain
    ? undefined
    : (await service.responseTo(others.describeDocProcessQueues())).outcome;
  check('A bucket of another account', '403 AccessDenied', foreign);
}

/** Switches a queue to its other state and back. */
export async function checkUpdates(
  { service, cos, check }: Context,
  QueueId: string,
): Promise<void> {
  const read = async () => queuesOf(await service.list(cos, { queueIds: QueueId }))[0];
  for (const name of ['The narrow policy suffices for an update', 'An update back']) {
    const before = await read();
    const method = before?.State === 'Paused' ? 'resumeDocProcessQueue' : 'pauseDocProcessQueue';
    const { outcome, content } = await service.responseTo(cos[method]({ QueueId }));
    const after = await read();
    check(name, '200, changes State', `${outcome}, changes ${differences(before, after)}`);
    const returned = differences(after, content.Queue);
    check('Its response differs from a later list in', 'nothing', returned);
  }
  const update = cos.updateDocProcessQueue({ QueueId: UNKNOWN_IDS[0], ...SETTINGS });
  const { outcome } = await service.responseTo(update);
  check('An update of an unknown id', '404 QueueNotFound', outcome);
}
