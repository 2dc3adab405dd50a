import { DocQueueError, hasOwn, isDocQueueError, kindOf } from './errors.js';

/** Parameters or settings by name. */
export type Fields = Record<string, unknown>;

/**
 * Returns a value as it is sent.
 *
 * @param path what messages call it, such as `NotifyConfig.Url`
 * @throws DocQueueError `InvalidParameter`, which says what is wrong with it
 */
export type Rule = (path: string, value: unknown, name: string) => unknown;
/** The known parameters. */
export type Rules = Readonly<Record<string, Rule>>;

/** For a value that is checked later, or not sent. */
export const ANY: Rule = (_, value) => value;
export const STATE: Rule = (path, value) =>
  check(path, value, /^(Active|Paused)$/, 'Active or Paused');
export const COUNT: Rule = (path, value) =>
  check(path, value, /^[1-9]\d{0,8}$/, 'a whole number from 1');

/** Not every id begins with p, so only what could change the path is refused. */
export function checkId(id: unknown): string {
  return check('QueueId', id, /^[\w-]+$/, 'a queue id');
}

/** A wrong parameter: nothing is sent. */
export function invalidParameter(message: string): DocQueueError {
  return new DocQueueError('param', 'InvalidParameter', `InvalidParameter: ${message}`);
}

/**
 * Returns a required text; a number is converted.
 *
 * @param expected what the pattern asks for, in words
 * @throws DocQueueError `InvalidParameter`, which says what the value must be and what it is
 */
export function check(path: string, value: unknown, pattern: RegExp, expected: string): string {
  const text = Number.isFinite(value) ? `${value}` : value;
  if (text && typeof text === 'string' && pattern.test(text)) return text;
  const isMissing = value === undefined || value === '';
  throw invalidParameter(
    `${path} ${isMissing ? 'is missing' : `must be ${expected}, not ${shown(value)}`}`,
  );
}

/** A value as an error shows it: the beginning of a text, or what kind of value it is. */
export function shown(value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? JSON.stringify(`${value}`.slice(0, 60)) : kindOf(value);
}

/** An array of texts as one text with commas, which is what the service wants; any other value as it is. */
export function joined(value: unknown): unknown {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList && value.length ? value.join() : value;
}

/**
 * Takes parameters as they are now: what the caller does to the object later does not matter. What is
 * `undefined` was not given. A name that is nearly right is refused: if it were passed over, the call would do
 * something other than intended.
 *
 * @param others the rule for settings that this package does not know. Without it unknown names are refused, and an
 *   empty text and `null` count as not given, as they do for the service.
 * @param parent what the parameters stand in, for messages: nothing, or a name with a dot
 * @throws DocQueueError `InvalidParameter`
 */
export function take(params: unknown, rules: Rules, others?: Rule, parent = ''): Fields {
  const fields: Fields = {};
  try {
    const kind = kindOf(params);
    if (kind !== 'Object') {
      const what = parent.slice(0, -1) || 'parameters';
      throw invalidParameter(`${what} must be an object, not ${kind}`);
    }
    for (const name of Object.keys(params as Fields)) {
      const value = (params as Fields)[name];
      if (value === undefined) continue;
      const rule = ruleFor(name, rules, others, parent);
      if (others || (value !== null && value !== ''))
        fields[name] = rule(parent + name, value, name);
    }
  } catch (error) {
    if (isDocQueueError(error)) throw error;
    // A getter of the caller's may throw, and may throw anything.
    const thrown = kindOf(error) === 'Error' ? error : shown(error);
    throw invalidParameter(`reading the parameters threw ${thrown}`);
  }
  return fields;
}

function ruleFor(name: string, rules: Rules, others: Rule | undefined, parent: string): Rule {
  if (hasOwn.call(rules, name)) return rules[name] as Rule;
  const known = Object.keys(rules);
  const meant = known.find((other) => other.toLowerCase() === name.toLowerCase());
  // JSON may hold __proto__. Assigned, it would lend its fields, such as another bucket, to the parameters.
  if (others && !meant && name !== '__proto__') return others;
  const hint = meant ? `did you mean ${parent}${meant}?` : `the names are ${known.join(', ')}`;
  throw invalidParameter(`there is no parameter ${parent}${name}: ${hint}`);
}
