/** What can be set of a queue: as parameters, in its record, and in the body of an update. */
import type { DocQueueTarget } from './endpoint.js';
import { QUEUE_PARAMS } from './get.js';
import {
  check,
  type Fields,
  invalidParameter,
  QUEUE_ID,
  type Rule,
  STATE,
  shown,
  TEXT,
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

/** What a record holds beside its settings: where it is, and what the service alone decides. */
const NO_SETTINGS = [
  ...QUEUE_PARAMS,
  'MaxSize',
  'MaxConcurrent',
  'CreateTime',
  'UpdateTime',
  'BucketId',
  'BucketName',
  'Category',
];
const PARAMS = [...NO_SETTINGS, 'Name', 'State', 'NotifyConfig'];
const NOTIFY_CONFIG = ['Url', 'State', 'Type', 'Event', 'ResultFormat'];
const ON_OR_OFF: Rule = [/^(On|Off)$/, 'On or Off'];

/**
 * Takes the parameters of an update or a patch, and checks what was given.
 *
 * @throws DocQueueError `InvalidParameter`
 */
export function takeSettings(params: object): TakenSettings {
  const fields = take(params, PARAMS, true);
  const QueueId = check('QueueId', fields.QueueId, QUEUE_ID);
  const settings = settingsOf(fields);
  if ('State' in settings) check('State', settings.State, STATE);
  if ('Name' in settings) check('Name', settings.Name, TEXT);
  if ('NotifyConfig' in settings) {
    const config = take(settings.NotifyConfig, NOTIFY_CONFIG, true, 'NotifyConfig.');
    if ('State' in config) check('NotifyConfig.State', config.State, ON_OR_OFF);
    settings.NotifyConfig = config;
  }
  checkTexts(settings);
  const { Bucket, Region } = fields;
  return { QueueId, target: { Bucket, Region } as DocQueueTarget, settings };
}

/** Refuses what would arrive as something else. */
function checkTexts(settings: Fields, parent = ''): void {
  for (const [name, value] of Object.entries(settings)) {
    const path = parent + name;
    if (path === 'NotifyConfig') checkTexts(value as Fields, 'NotifyConfig.');
    else if (value !== '') check(path, value, TEXT);
    if (!isXml(name, `${value}`))
      throw invalidParameter(`XML cannot hold ${path}: ${shown(value)}`);
  }
}

/** The settings in a record, or in parameters: also those that this package does not know. */
export function settingsOf(record: Fields): Settings {
  const settings = Object.assign({}, record);
  for (const name of NO_SETTINGS) delete settings[name];
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
