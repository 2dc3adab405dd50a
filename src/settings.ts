/** What can be set of a queue: as parameters, in its record, and in the body of an update. */
import type { DocQueueTarget } from './endpoint.js';
import {
  ANY,
  check,
  checkId,
  type Fields,
  invalidParameter,
  joined,
  type Rule,
  type Rules,
  STATE,
  shown,
  take,
} from './params.js';
import { isXml, writeXml } from './xml.js';

/**
 * 要写入的回调设置。
 * The callback settings to write. Fields that this package does not know are sent as they are.
 */
export interface DocQueueNotifyConfigParams {
  /**
   * 回调地址，公网 http 或 https，最多 100 个字符；空字符串表示不设置。
   * The address to call: public, http or https, answering with status 200, up to 100 characters. Empty for none.
   */
  Url?: string | undefined;
  /**
   * 回调事件，例如 `TaskFinish`；多个事件用数组或逗号分隔的字符串。
   * The events to call for, such as `TaskFinish`: several as an array, or as a comma-separated string.
   */
  Event?: string | readonly string[] | undefined;
  /**
   * 回调类型：`Url`。
   * The kind of callback: `Url`.
   */
  Type?: string | undefined;
  /**
   * 回调开关：`On` 或 `Off`。
   * Whether the callback is on: `On` or `Off`.
   */
  State?: 'On' | 'Off' | undefined;
  /**
   * 回调内容的格式，例如 `JSON` 或 `XML`。
   * The format of the callback's body, such as `JSON` or `XML`.
   */
  ResultFormat?: string | undefined;
  [field: string]: unknown;
}

/** The settings of a queue by their names; `NotifyConfig` holds its own. */
export type Settings = Fields & { NotifyConfig?: Fields };

/** The parameters of an update or a patch, taken apart. */
interface TakenSettings {
  QueueId: string;
  target: DocQueueTarget;
  settings: Settings;
}

/** A text, which may be empty. */
const SETTING: Rule = (path, value, name) => {
  const text = value === '' ? value : check(path, value, /^/, 'a string');
  if (!isXml(name, text)) throw invalidParameter(`XML cannot hold ${path}: ${shown(value)}`);
  return text;
};

const NOTIFY_CONFIG: Rules = {
  Url: SETTING,
  State: (path, value) => check(path, value, /^(On|Off)$/, 'On or Off'),
  Type: SETTING,
  Event: (path, value, name) => SETTING(path, joined(value), name),
  ResultFormat: SETTING,
};
const PARAMS: Rules = {
  // It must not be empty.
  Name: (path, value, name) => SETTING(path, check(path, value, /^/, 'a string'), name),
  State: STATE,
  NotifyConfig: (path, value) => take(value, NOTIFY_CONFIG, SETTING, `${path}.`),
  // The others are no settings: where the queue is, and what the service alone decides.
  Bucket: ANY,
  Region: ANY,
  QueueId: ANY,
  MaxSize: ANY,
  MaxConcurrent: ANY,
  CreateTime: ANY,
  UpdateTime: ANY,
  BucketId: ANY,
  BucketName: ANY,
  Category: ANY,
};

/**
 * Takes the parameters of an update or a patch, and checks what was given.
 *
 * @throws DocQueueError `InvalidParameter`
 */
export function takeSettings(params: object): TakenSettings {
  const fields = take(params, PARAMS, SETTING);
  const { QueueId, Bucket, Region } = fields;
  const target = { Bucket, Region } as DocQueueTarget;
  return { QueueId: checkId(QueueId), target, settings: settingsOf(fields) };
}

/** The settings in a record, or in parameters: also those that this package does not know. */
export function settingsOf(record: Fields): Settings {
  const settings: Settings = {};
  for (const name of Object.keys(record)) {
    if (PARAMS[name] !== ANY) settings[name] = record[name];
  }
  return settings;
}

/** The settings with changes, those of `NotifyConfig` field by field. */
export function merge(settings: Settings, changes: Settings): Settings {
  const NotifyConfig = Object.assign({}, settings.NotifyConfig, changes.NotifyConfig);
  return Object.assign({}, settings, changes, { NotifyConfig });
}

/** The body of an update. In this order, and with QueueID, it is the request of the Go SDK's own test. */
export function bodyOf(QueueID: string, settings: Settings): string {
  const { Name, State, NotifyConfig } = settings;
  const config = Object.assign({ Url: undefined, State: undefined, Type: undefined }, NotifyConfig);
  return writeXml(
    'Request',
    Object.assign({ Name, QueueID, State }, settings, { NotifyConfig: config }),
  );
}
