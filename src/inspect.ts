/** The kind of a value, such as `Object` or `Null`, whichever realm it comes from. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether it is an object of fields; `import * as config` is one, too. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return /^(Object|Module)$/.test(kindOf(value));
}

/** How a message shows a value: texts and numbers in quotes, anything else by its kind. */
export function inspect(value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? JSON.stringify(`${value}`) : kindOf(value);
}

/** What was thrown, or reported as a failure, in words. */
export function describeReason(reason: unknown): string {
  const { name, message, errMsg, error } = Object(reason);
  // A name such as TypeError shows that it is a mistake in the code.
  const named = name && name !== 'Error' && `${name}: ${message}`;
  const texts = [reason, named, message, errMsg, error];
  return texts.find((text) => text && typeof text === 'string') || 'no reason given';
}

/** A minifier cannot shorten `Object.assign` itself. */
export const { assign, keys } = Object;
