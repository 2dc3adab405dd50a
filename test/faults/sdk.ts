/** The SDK of these tests, and the globals that it finds. */
declare const VERSION: string;
export const version = VERSION;

/** The app may take ten minutes to get a key: here they pass at once. */
const KEY_WAIT_MS = 600_000;
const { setTimeout } = globalThis;
globalThis.setTimeout = ((
  callback: (...args: unknown[]) => void,
  wait: number,
  ...args: unknown[]
) => setTimeout(callback, wait % KEY_WAIT_MS, ...args)) as typeof setTimeout;

// The SDK tells of bad keys and skewed clocks there.
console.error = () => {};

/** Five times this is how long a call waits for an SDK that never calls back. */
export const SHORT_TIMEOUT_MS = 20;
