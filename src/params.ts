import { DocQueueError, kindOf } from './errors.js';

/** A wrong parameter: nothing is sent. */
export function invalidParameter(message: string): DocQueueError {
  return new DocQueueError('param', 'InvalidParameter', message);
}

/** @throws DocQueueError `InvalidParameter`, which says what the value must be and what it is */
export function check(name: string, value: unknown, pattern: RegExp, expected: string): string {
  const text = typeof value === 'number' ? `${value}` : value;
  if (typeof text === 'string' && pattern.test(text)) return text;
  const shown = typeof text === 'string' ? JSON.stringify(text.slice(0, 60)) : kindOf(value);
  throw invalidParameter(`${name} must be ${expected}, not ${shown}`);
}

/** Whether an optional parameter was given. An empty text was not: the service has it so. */
export function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value != null && (value as unknown) !== '';
}

/** @throws DocQueueError `InvalidParameter` */
export function checkObject<Type>(value: Type, name = 'The first parameter'): Type {
  check(name, kindOf(value), /^Object$/, 'an object');
  return value;
}

export const STATE = [/^(Active|Paused)$/, 'Active or Paused'] as const;
export const COUNT = [/^[1-9]\d{0,8}$/, 'a whole number from 1'] as const;
// Some ids start with another letter than p: only what could leave the path is refused.
export const QUEUE_ID = [/^[\w-]+$/, 'the id of a queue'] as const;
