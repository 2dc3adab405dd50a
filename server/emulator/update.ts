import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { ServiceError } from './errors';
import { isBlank, readXml, XmlError, type XmlFields, type XmlValue } from './xml';

// 460/46947, for the name and for each value of NotifyConfig.
const MAX_CHARACTERS = 100;

const text = z
  .string({
    error: ({ input }) => (input === undefined ? 'is required' : 'must be given once, as text'),
  })
  .refine((value) => [...value].length <= MAX_CHARACTERS, {
    error: `is longer than ${MAX_CHARACTERS} characters`,
  });
const optional = text.default('');
const others = z.custom<XmlValue>();

const settingsSchema = z
  .object({
    Name: text.min(1, 'is required'),
    State: z.enum(['Active', 'Paused'], 'must be Active or Paused'),
    NotifyConfig: z
      .object(
        {
          Url: optional,
          Event: optional,
          Type: optional,
          // The C++ SDK sends an empty one, and Go none.
          State: z
            .enum(['', 'On', 'Off'], 'must be On or Off')
            .default('')
            .transform((state) => state || 'Off'),
        },
        'must be given once',
      )
      .catchall(others),
  })
  .catchall(others);

/** What an update may set. Unknown fields are kept. */
export type QueueSettings = z.infer<typeof settingsSchema>;

/**
 * Reads the body of UpdateDocProcessQueue, 460/46947.
 *
 * @throws ServiceError
 */
export function readSettings(body: Buffer, contentType = ''): QueueSettings {
  if (body.length === 0) throw new ServiceError('MissingContent', 'The request has no body.');
  if (!/^(application|text)\/xml *(;|$)/i.test(contentType)) {
    throw new ServiceError('InvalidContentType', 'The Content-Type must be application/xml.');
  }
  const { data, error } = settingsSchema.safeParse(readRequest(body));
  if (data) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  throw new ServiceError('InvalidArgument', faults.join(' '));
}

function readRequest(body: Buffer): XmlFields {
  if (!isUtf8(body)) throw new ServiceError('InvalidContent', 'The body is not UTF-8.');
  try {
    const { root, content } = readXml(body.toString());
    if (root !== 'Request') throw new XmlError(`The root element is ${root}, not Request.`);
    const request = childrenOf(root, content);
    const { NotifyConfig } = request;
    if (typeof NotifyConfig !== 'string') return request;
    return { ...request, NotifyConfig: childrenOf('NotifyConfig', NotifyConfig) };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new ServiceError('InvalidContent', error.message);
  }
}

/** The children of an element that may hold no text of its own. */
function childrenOf(name: string, content: string | XmlFields): XmlFields {
  if (typeof content === 'object') return content;
  if (isBlank(content)) return {};
  throw new XmlError(`${name} holds text instead of elements.`);
}
