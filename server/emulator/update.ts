import { isUtf8 } from 'node:buffer';
import { ServiceError } from './errors';
import type { QueueSettings } from './queues';
import { isBlank, readXml, XmlError, type XmlFields, type XmlValue } from './xml';

// 460/46947, for the name and for each value of NotifyConfig.
const MAX_CHARACTERS = 100;

/**
 * The body of UpdateDocProcessQueue, 460/46947.
 *
 * @throws ServiceError
 */
export function readSettings(body: Buffer, contentType = ''): QueueSettings {
  if (body.length === 0) throw new ServiceError('MissingContent', 'The request has no body.');
  if (!/^(application|text)\/xml *(;|$)/i.test(contentType)) {
    throw new ServiceError('InvalidContentType', 'The Content-Type must be application/xml.');
  }
  // The id in the path decides; the others are the service's own to set.
  const {
    QueueID,
    QueueId,
    MaxSize,
    MaxConcurrent,
    CreateTime,
    UpdateTime,
    BucketId,
    Category,
    Name,
    State,
    NotifyConfig,
    ...more
  } = readRequest(body);

  return {
    Name: required('Name', text('Name', Name)),
    State: oneOf('State', required('State', text('State', State)), ['Active', 'Paused']),
    NotifyConfig: readNotifyConfig(NotifyConfig),
    more,
  };
}

function readRequest(body: Buffer): XmlFields {
  if (!isUtf8(body)) throw new ServiceError('InvalidContent', 'The body is not UTF-8.');
  try {
    const { root, content } = readXml(body.toString());
    if (root !== 'Request') throw new XmlError(`The root element is ${root}, not Request.`);
    return fieldsOf(root, content);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new ServiceError('InvalidContent', error.message);
  }
}

function readNotifyConfig(value: XmlValue | undefined): QueueSettings['NotifyConfig'] {
  if (value === undefined) throw new ServiceError('InvalidArgument', 'NotifyConfig is required.');
  if (Array.isArray(value)) {
    throw new ServiceError('InvalidArgument', 'NotifyConfig is given twice.');
  }
  const { Url, Event, Type, State, ...more } = fieldsOf('NotifyConfig', value);
  const onOff = text('NotifyConfig.State', State);
  return {
    Url: text('NotifyConfig.Url', Url),
    Event: text('NotifyConfig.Event', Event),
    Type: text('NotifyConfig.Type', Type),
    State: onOff === '' ? '' : oneOf('NotifyConfig.State', onOff, ['On', 'Off']),
    ...more,
  };
}

/** The children of an element that holds no text of its own. */
function fieldsOf(name: string, value: XmlValue): XmlFields {
  if (typeof value === 'object') return value as XmlFields;
  if (isBlank(String(value))) return {};
  throw new ServiceError('InvalidContent', `${name} holds text instead of elements.`);
}

function text(name: string, value: XmlValue | undefined): string {
  if (typeof value === 'object') {
    throw new ServiceError('InvalidArgument', `${name} must be given once, as text.`);
  }
  const content = value === undefined ? '' : String(value);
  if ([...content].length > MAX_CHARACTERS) {
    throw new ServiceError(
      'InvalidArgument',
      `${name} is longer than ${MAX_CHARACTERS} characters.`,
    );
  }
  return content;
}

function required(name: string, value: string): string {
  if (value === '') throw new ServiceError('InvalidArgument', `${name} is required.`);
  return value;
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw new ServiceError('InvalidArgument', `${name} must be ${allowed.join(' or ')}.`);
}
