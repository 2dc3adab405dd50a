/** For what has no types: an SDK, compiled code, messages of another process. */
// biome-ignore lint/suspicious/noExplicitAny: that is what it is for
export type Any = any;
