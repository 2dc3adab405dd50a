/** Turns what a caller gives into checked values, once. Operations take nothing else. */
import { Failure, invalidParameter } from './errors.js';
import { describeReason, inspect, isObject } from './inspect.js';
import type { DocQueueOptions } from './types.js';
import { XML_NAME, XML_TEXT } from './xml.js';

type Fields = Record<string, unknown>;
/** The settings of a queue by their names, also those that this package does not know. */
export type Settings = Fields & { NotifyConfig?: Fields };

/** Where a call goes. */
export interface Target {
  Bucket: string;
  Region: string;
}
export interface ListParams extends Target {
  QueueIds?: string;
  State?: string;
  PageNumber?: string;
  PageSize?: string;
}
export interface QueueParams extends Target {
  QueueId: string;
}
export interface ChangeParams extends QueueParams {
  settings: Settings;
}

/**
 * Returns a value as it is sent, or nothing when it is not sent.
 *
 * @param path what messages call it, such as `NotifyConfig.Url`
 * @throws Failure that says what is wrong with it
 */
type Check = (path: string, value: unknown) => unknown;
type Checks = Readonly<Record<string, Check>>;

function unfit(path: string, expected: string, value: unknown): Failure {
  const problem = value === undefined ? 'is missing' : `must be ${expected}, not ${inspect(value)}`;
  return invalidParameter(`${path} ${problem}`);
}

function matching(pattern: RegExp, expected: string): Check {
  return (path, value) => {
    const text = Number.isFinite(value) ? `${value}` : value;
    if (typeof text === 'string' && pattern.test(text)) return text;
    throw unfit(path, expected, value);
  };
}

/** In a list an empty string and `null` mean not given, as they do for the service. */
function emptyOr(check: Check): Check {
  return (path, value) => (value === '' || value === null ? undefined : check(path, value));
}

const bucket = matching(/^[a-z\d][a-z\d-]*-\d+$/, 'like examplebucket-1250000000');
const region = matching(/^[a-z\d][a-z\d-]*$/, 'like ap-beijing');
// Not every id begins with p, so only what could change the path is refused.
const queueId = matching(/^[\w-]+$/, 'a queue id');
// No repeated group: millions of ids would exhaust the engine's stack.
const joinedIds = matching(/^(?!,|.*,,)[\w,-]*[\w-]$/, 'comma-separated queue ids');
const state = matching(/^(Active|Paused)$/, 'Active or Paused');
const positiveInteger = matching(/^[1-9]\d{0,8}$/, 'a whole number from 1');
const onOrOff = matching(/^(On|Off)$/, 'On or Off');
const text = matching(XML_TEXT, 'text that XML can hold');

const queueIds: Check = (path, value) => {
  const ids = join(value);
  return joinedIds(path, typeof ids === 'string' ? ids.replace(/\s*,\s*/g, ',').trim() : ids);
};

/** What the service names a queue must not be empty. */
const name: Check = (path, value) => text(path, value === '' ? undefined : value);

/** A setting that this package does not know: a text, or what the reader makes of nested elements. */
const unknownSetting: Check = (path, value) => {
  if (Array.isArray(value)) return value.map((item) => unknownSetting(path, item));
  return isObject(value) ? parseFields(path, value, {}, unknownSetting) : text(path, value);
};

/** An array of strings as one string with commas, any other value as it is. */
function join(value: unknown): unknown {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList && value.length > 0 ? value.join() : value;
}

const TARGET: Checks = { Bucket: bucket, Region: region };
const LIST_ALL: Checks = Object.assign(
  { State: emptyOr(state), PageSize: emptyOr(positiveInteger) },
  TARGET,
);
const LIST: Checks = Object.assign(
  { QueueIds: emptyOr(queueIds), PageNumber: emptyOr(positiveInteger) },
  LIST_ALL,
);
const QUEUE: Checks = Object.assign({ QueueId: queueId }, TARGET);
const NOTIFY_CONFIG: Checks = {
  Url: text,
  Event: (path, value) => text(path, join(value)),
  Type: text,
  State: onOrOff,
  ResultFormat: text,
};
const CHANGE: Checks = Object.assign(
  {
    Name: name,
    State: state,
    NotifyConfig: (path: string, value: unknown) =>
      parseFields(path, value, NOTIFY_CONFIG, unknownSetting),
  },
  QUEUE,
);
/** What a record holds beside its settings: what only the service sets, and where the queue is. */
const NOT_SETTINGS =
  'QueueId Bucket Region BucketId BucketName Category CreateTime UpdateTime MaxSize MaxConcurrent RequestId'.split(
    ' ',
  );

/** The settings in a record, or in the parameters of a change. */
export function settingsOf(fields: Fields): Settings {
  const settings: Settings = {};
  for (const name of Object.keys(fields)) {
    if (!NOT_SETTINGS.includes(name)) settings[name] = fields[name];
  }
  return settings;
}

/**
 * Checks fields by their names, which are matched without regard to case. `undefined` means not given.
 *
 * @param path what the fields belong to, or nothing for the parameters of a call
 * @param others the check for unknown names. Without it they are refused: a call that passed over a name would
 *   do something other than intended
 */
function parseFields(path: string, given: unknown, checks: Checks, others?: Check): Fields {
  if (!isObject(given)) throw unfit(path || 'parameters', 'an object', given);
  const names = Object.keys(checks);
  const values: Fields = {};
  const fields: Fields = {};
  for (const written of Object.keys(given)) {
    const value = given[written];
    if (value === undefined) continue;
    const known = names.find((name) => name.toLowerCase() === written.toLowerCase());
    const name = known || written;
    const full = path ? `${path}.${name}` : name;
    const check = known ? checks[known] : XML_NAME.test(name) && others;
    if (!check) {
      throw invalidParameter(`there is no parameter ${full}: the names are ${names.join(', ')}`);
    }
    if (known && known in values && values[known] !== value) {
      throw invalidParameter(`${full} is given twice, with different values`);
    }
    values[name] = value;
    const checked = check(full, value);
    if (checked !== undefined) fields[name] = checked;
  }
  return fields;
}

/** Parses what a call is given. What it does not say of the bucket and the region, the options say. */
function parseParams<Params extends object>(
  given: unknown,
  options: DocQueueOptions,
  checks: Checks,
  others?: Check,
): Params & Target {
  let fields: Fields;
  try {
    fields = parseFields('', given, checks, others);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    // A getter of the caller's.
    throw invalidParameter(`reading the parameters threw ${describeReason(thrown)}`);
  }
  const { Bucket = bucket('Bucket', options.Bucket) } = fields;
  const { Region = region('Region', options.Region) } = fields;
  return Object.assign(fields, { Bucket, Region }) as unknown as Params & Target;
}

function requireFields(fields: Fields, ...names: string[]): void {
  const missing = names.find((name) => !fields[name]);
  if (missing) throw invalidParameter(`${missing} is missing`);
}

export function parseList(given: unknown, options: DocQueueOptions): ListParams {
  return parseParams(given, options, LIST);
}

export function parseListAll(given: unknown, options: DocQueueOptions): ListParams {
  return Object.assign({ PageSize: '100' }, parseParams(given, options, LIST_ALL));
}

export function parseQueue(given: unknown, options: DocQueueOptions): QueueParams {
  const params = parseParams<QueueParams & Fields>(given, options, QUEUE);
  requireFields(params, 'QueueId');
  return params;
}

function parseChange(given: unknown, options: DocQueueOptions): ChangeParams {
  const others: Check = (path, value) =>
    NOT_SETTINGS.includes(path) ? undefined : unknownSetting(path, value);
  const params = parseParams<QueueParams & Fields>(given, options, CHANGE, others);
  requireFields(params, 'QueueId');
  return Object.assign(params, { settings: settingsOf(params) });
}

export function parseUpdate(given: unknown, options: DocQueueOptions): ChangeParams {
  const change = parseChange(given, options);
  requireFields(change.settings, 'Name', 'State', 'NotifyConfig');
  return change;
}

export function parsePatch(given: unknown, options: DocQueueOptions): ChangeParams {
  const change = parseChange(given, options);
  const { NotifyConfig = {} } = change.settings;
  const isGiven = (name: string) => name !== 'NotifyConfig' || Object.keys(NotifyConfig).length > 0;
  if (Object.keys(change.settings).some(isGiven)) return change;
  throw invalidParameter('there is nothing to change: give Name, State or a field of NotifyConfig');
}

/** Checks the options of `docQueue`. The bucket, the region and the domain are checked when they are used. */
export function parseOptions(given: unknown): DocQueueOptions {
  const names = ['Bucket', 'Region', 'Domain', 'Timeout'];
  const options: DocQueueOptions = Object.assign({}, given);
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown) {
    throw invalidParameter(`there is no option ${unknown}: the names are ${names.join(', ')}`);
  }
  const { Timeout = 1 } = options;
  if (typeof Timeout === 'number' && Timeout > 0) return options;
  throw unfit('Timeout', 'a positive number of milliseconds', Timeout);
}
