/** Turns what a caller gives into checked values, once. Operations take nothing else. */
import { type Failure, invalidParameter, isFailure } from './errors.js';
import { assign, describeReason, inspect, isObject, keys } from './inspect.js';
import type { DocQueueOptions } from './types.js';
import { XML_TEXT } from './xml.js';

type Fields = Record<string, unknown>;
/** The settings of a queue by their names, also those that this package does not know. */
export type Settings = Fields & { NotifyConfig?: Fields };

/** Where a call goes. */
export type Target = { Bucket: string; Region: string };
export type ListParams = Target & {
  [Name in 'QueueIds' | 'State' | 'PageNumber' | 'PageSize']?: string;
};
export type QueueParams = Target & { QueueId: string };
export type ChangeParams = QueueParams & Settings;

/** Returns a value as it is sent, or nothing when it is not sent. Messages call it by its path: `NotifyConfig.Url`. */
type Check = (path: string, value: unknown) => unknown;
type Checks = Readonly<Record<string, Check>>;

function wrongValue(path: string, expected: string, value: unknown): Failure {
  const problem = value === undefined ? 'is missing' : `must be ${expected}, not ${inspect(value)}`;
  return invalidParameter(`${path} ${problem}`);
}

function matching(pattern: RegExp, expected: string): Check {
  return (path, value) => {
    const text = Number.isFinite(value) ? `${value}` : value;
    if (typeof text === 'string' && pattern.test(text)) return text;
    throw wrongValue(path, expected, value);
  };
}

/** In a list an empty string, as in the documentation's sample, and `null` mean that nothing was given. */
function emptyOr(check: Check): Check {
  return (path, value) => (value === '' || value === null ? undefined : check(path, value));
}

const someIds = matching(/^\s*[\w-]+(\s*,\s*[\w-]+)*\s*$/, 'comma-separated queue ids');
const queueIds = emptyOr((path, value) => `${someIds(path, join(value))}`.replace(/\s/g, ''));
const state = matching(/^(Active|Paused)$/, 'Active or Paused');
const positiveInteger = emptyOr(matching(/^[1-9]\d{0,8}$/, 'a positive integer'));
const text = matching(XML_TEXT, 'text that XML can hold');
const notEmpty = matching(/^(?!$)/, 'a string that is not empty');

/** An array of strings as one string with commas, which is what the service wants. */
function join(value: unknown): unknown {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList ? value.join() : value;
}

/** A setting that this package does not know: a text, or what the reader makes of nested elements. */
const unknownSetting: Check = (path, value) => {
  if (Array.isArray(value)) return value.map((item) => unknownSetting(path, item));
  return isObject(value) ? parseFields(path, value, {}, unknownSetting) : text(path, value);
};

/** The value is checked when a call uses it. */
const later: Check = (_path, value) => value;
const milliseconds: Check = (path, value) => {
  if (typeof value === 'number' && value > 0) return value;
  throw wrongValue(path, 'a positive number of milliseconds', value);
};
const OPTIONS: Checks = { Bucket: later, Region: later, Domain: later, Timeout: milliseconds };
const TARGET: Checks = {
  Bucket: matching(/^[a-z\d][a-z\d-]*-\d+$/, 'like examplebucket-1250000000'),
  Region: matching(/^[a-z][a-z\d-]*$/, 'like ap-beijing'),
};
// Not every id begins with p, so only what could change the path is refused.
const QUEUE: Checks = assign({ QueueId: matching(/^[\w-]+$/, 'a queue id') }, TARGET);
const LIST_ALL: Checks = assign({ State: emptyOr(state), PageSize: positiveInteger }, TARGET);
const LIST: Checks = assign({ QueueIds: queueIds, PageNumber: positiveInteger }, LIST_ALL);
const NOTIFY_CONFIG: Checks = {
  Url: text,
  Event: (path, value) => text(path, join(value)),
  Type: text,
  State: matching(/^(On|Off)$/, 'On or Off'),
  ResultFormat: text,
};
const SETTINGS: Checks = {
  Name: (path, value) => notEmpty(path, text(path, value)),
  State: state,
  NotifyConfig: (path, value) => parseFields(path, value, NOTIFY_CONFIG, unknownSetting),
};
const CHANGE: Checks = assign({}, SETTINGS, QUEUE);
/** What a record holds besides its settings: what only the service sets, and where the queue is. */
const NOT_SETTINGS =
  /^(QueueId|Bucket|Region|BucketId|BucketName|Category|CreateTime|UpdateTime|MaxSize|MaxConcurrent|RequestId)$/i;

/** The settings in a record, or in the parameters of a change. */
export function settingsOf(fields: Fields): Settings {
  const settings: Settings = {};
  keys(fields).forEach((name) => {
    if (!NOT_SETTINGS.test(name)) settings[name] = fields[name];
  });
  return settings;
}

/**
 * Checks fields by their names, which are matched without regard to case. `undefined` means not given.
 * @param path what the fields belong to, or nothing for parameters and options themselves
 * @param others the check for unknown names. Without it they are refused: to ignore a typo would hide it
 */
function parseFields(path: string, given: unknown, checks: Checks, others?: Check): Fields {
  if (!isObject(given)) throw wrongValue(path || 'the argument', 'an object', given);
  const names = keys(checks);
  // No prototype, whose `constructor` would be taken for a field.
  const fields: Fields = Object.create(null);
  keys(given).forEach((written) => {
    const value = given[written];
    if (value === undefined) return;
    const known = names.find((name) => name.toLowerCase() === written.toLowerCase());
    const name = known || written;
    const full = path ? `${path}.${name}` : name;
    const check = known ? checks[known] : /^[A-Za-z][\w:.-]*$/.test(name) && others;
    if (!check) {
      throw invalidParameter(`unknown name ${full}: expected ${names.join(', ')}`);
    }
    const checked = check(full, value);
    if (checked === undefined) return;
    if (fields[name] !== undefined && fields[name] !== checked) {
      throw invalidParameter(`${full} is given twice, with different values`);
    }
    fields[name] = checked;
  });
  return fields;
}

/** Makes a function that parses what a call is given. `Bucket` and `Region` may also come from the options. */
function parser<Params>(checks: Checks, required: Checks, others?: Check) {
  return (given: unknown, options: DocQueueOptions): Params => {
    try {
      const fields = parseFields('', given || {}, checks, others);
      keys(required).forEach((name) => {
        const check = required[name] as Check;
        if (fields[name] === undefined) fields[name] = check(name, (options as Fields)[name]);
      });
      return fields as Params;
    } catch (thrown) {
      if (isFailure(thrown)) throw thrown;
      // One of the caller's getters threw.
      throw invalidParameter(`reading the parameters threw ${describeReason(thrown)}`);
    }
  };
}

export const parseList = parser<ListParams>(LIST, TARGET);
export const parseListAll = parser<ListParams>(LIST_ALL, TARGET);
export const parseQueue = parser<QueueParams>(QUEUE, QUEUE);
export const parsePatch = parser<ChangeParams>(CHANGE, QUEUE, unknownSetting);
export const parseUpdate = parser<ChangeParams>(CHANGE, CHANGE, unknownSetting);

/** Checks what `docQueue` is given. */
export function parseRegistration(cos: unknown, options: unknown): DocQueueOptions {
  if (typeof Object(cos).request === 'function') return parseFields('', options || {}, OPTIONS);
  throw wrongValue('the client', 'an instance of COS', cos);
}
