/** What has no types here: an SDK, compiled code, what another program tells. */
// biome-ignore lint/suspicious/noExplicitAny: that is what it is for
export type Any = any;
