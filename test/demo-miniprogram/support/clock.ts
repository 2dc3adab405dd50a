/** Sets the phone's and the service's clock; all timers go on as they do. */
export function setClock(now: string | number): void {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...TIMERS] });
}

export function passSeconds(seconds: number): void {
  jest.setSystemTime(Date.now() + seconds * 1000);
}

const TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
