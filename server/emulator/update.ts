import { z } from 'zod';
import { ServiceError, validate } from './errors';
import { readXml, XmlError, type XmlValue } from './xml';

// 460/46947 sets this limit for the name and for each value of NotifyConfig.
const MAX_CHARACTERS = 100;

const text = z.string().refine((value) => [...value].length <= MAX_CHARACTERS, {
  error: `expected at most ${MAX_CHARACTERS} characters`,
});
const unknown = z.custom<XmlValue>();
const notifySchema = z
  .object({
    Url: text.default(''),
    Event: text.default(''),
    Type: text.default(''),
    // The C++ SDK sends an empty one, and Go none.
    State: z
      .enum(['', 'On', 'Off'])
      .default('')
      .transform((state) => state || 'Off'),
  })
  .catchall(unknown);
const settingsSchema = z
  .object({
    Name: text.min(1),
    State: z.enum(['Active', 'Paused']),
    // An element without children is read as an empty text.
    NotifyConfig: z.preprocess((value) => (value === '' ? {} : value), notifySchema),
  })
  .catchall(unknown);

/** What an update may set. Unknown fields are kept. */
export type QueueSettings = z.infer<typeof settingsSchema>;

/** Parses the body of UpdateDocProcessQueue, 460/46947. */
export function readSettings(body: string, contentType = ''): QueueSettings {
  if (!/^(application|text)\/xml *(;|$)/i.test(contentType)) {
    throw new ServiceError('InvalidContentType', 'The Content-Type must be application/xml.');
  }
  const { root, content } = readXml(body);
  if (root !== 'Request') throw new XmlError(`The root element is ${root}, not Request.`);
  return validate(settingsSchema, content);
}
