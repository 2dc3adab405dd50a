/** What a script on either engine needs: the globals that JavaScriptCore's shell lacks, and a way to its starter. */
import type { Any } from '../support/any';

export const engine: Any = globalThis;

const { print = console.log, preciseTime, readline, quit = () => process.exit() } = engine;

if (preciseTime) {
  // The shell's own hands on no arguments.
  const { setTimeout: start } = engine;
  engine.setTimeout = (callback: (...args: unknown[]) => void, wait: number, ...args: unknown[]) =>
    start(() => callback(...args), wait);
  engine.clearTimeout = () => {};
  engine.console = { log() {}, warn() {}, error() {} };
}

/** What the script was started with. */
export const argument: string = preciseTime ? engine.arguments[0] : process.argv[3];

/** In milliseconds. */
export const now: () => number = preciseTime ? () => preciseTime() * 1000 : () => performance.now();

// The shell reads and writes Latin-1.
const report = (message: object) => print(encodeURIComponent(JSON.stringify(message)));

/** Asks the process that started this one, and waits for its response. */
export function ask(question: object): Any {
  report({ question });
  return JSON.parse(decodeURIComponent(readline()));
}

/** Reports the result, and ends: a timer that still runs would keep the process alive. */
export function finish(result: Promise<unknown>): void {
  result
    .then(
      (value) => report({ result: value }),
      (error) => report({ crashed: `${error} ${error?.stack}` }),
    )
    .then(quit);
}
