import { DocQueueError, isDocQueueError, kindOf } from './errors.js';

/** Parameters or settings by name. */
export type Fields = Record<string, unknown>;

/** What a text must match, and the same for people. */
export type Rule = readonly [pattern: RegExp, expected: string];

export const STATE: Rule = [/^(Active|Paused)$/, 'Active or Paused'];
export const COUNT: Rule = [/^[1-9]\d{0,8}$/, 'a whole number from 1'];
// Ids of queues have begun with other letters than p, too: only what could leave the path is refused.
export const QUEUE_ID: Rule = [/^[\w-]+$/, 'a queue id'];
export const TEXT: Rule = [/^/, 'a string'];

/** A wrong parameter: nothing is sent. */
export function invalidParameter(message: string): DocQueueError {
  return new DocQueueError('param', 'InvalidParameter', `InvalidParameter: ${message}`);
}

/**
 * Returns a required text; a number is taken for one.
 *
 * @throws DocQueueError `InvalidParameter`, which says what the value must be and what it is
 */
export function check(name: string, value: unknown, [pattern, expected]: Rule): string {
  const text = Number.isFinite(value) ? `${value}` : value;
  if (isGiven(text) && typeof text === 'string' && pattern.test(text)) return text;
  const isMissing = value === undefined || value === '';
  const found = isMissing ? 'is missing' : `must be ${expected}, not ${shown(value)}`;
  throw invalidParameter(`${name} ${found}`);
}

/** A value as an error shows it: the beginning of a text, or what kind of value it is. */
export function shown(value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? JSON.stringify(`${value}`.slice(0, 60)) : kindOf(value);
}

/** Whether a parameter was given. An empty text was not: the service has it so. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/**
 * Takes parameters as they are now: what the caller makes of the object later does not matter. What is
 * `undefined` was not given. A name that is nearly right is refused: if it were passed over, the call would do
 * something else than was meant.
 *
 * @param known the names that there are
 * @param others whether there may be others, as long as they are not known ones in another case
 * @param parent what the parameters stand in, for messages: nothing, or a name with a dot
 * @throws DocQueueError `InvalidParameter`
 */
export function take(params: unknown, known: string[], others = false, parent = ''): Fields {
  const fields: Fields = {};
  try {
    const kind = kindOf(params);
    if (kind !== 'Object') {
      const what = parent.slice(0, -1) || 'parameters';
      throw invalidParameter(`${what} must be an object, not ${kind}`);
    }
    for (const name of Object.keys(params as Fields)) {
      // JSON may hold it. Assigned, it would lend its fields, such as another bucket, to the parameters.
      if (name === '__proto__') throw invalidParameter(`there is no parameter ${parent}${name}`);
      const value = (params as Fields)[name];
      if (value !== undefined) fields[name] = isList(name, value) ? value.join() : value;
    }
  } catch (error) {
    if (isDocQueueError(error)) throw error;
    // A getter of the caller's may throw, and anything.
    const thrown = kindOf(error) === 'Error' ? error : shown(error);
    throw invalidParameter(`reading the parameters threw ${thrown}`);
  }
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue;
    const meant = known.find((other) => other.toLowerCase() === name.toLowerCase());
    const hint = meant ? `did you mean ${parent}${meant}?` : `the names are ${known.join(', ')}`;
    if (meant || !others) throw invalidParameter(`there is no parameter ${parent}${name}: ${hint}`);
  }
  return fields;
}

/** An array of texts, where the service wants a text with commas. */
function isList(name: string, value: unknown): value is string[] {
  const isArray = Array.isArray(value) && value.length > 0 && /^(QueueIds|Event)$/.test(name);
  return isArray && value.every((item) => typeof item === 'string');
}
