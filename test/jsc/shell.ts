/** On either engine: the globals that JavaScriptCore's shell lacks, and a channel to the process that started it. */
import type { Any } from '../support/any';

export const engine: Any = globalThis;

export const isJsc = 'preciseTime' in engine;

const { print = console.log, readline, quit = () => process.exit() } = engine;

if (isJsc) {
  // The shell's own hands on no arguments.
  const { setTimeout: start } = engine;
  engine.setTimeout = (callback: (...args: unknown[]) => void, wait: number, ...args: unknown[]) =>
    start(() => callback(...args), wait);
  engine.clearTimeout = () => {};
  engine.console = { log() {}, warn() {}, error() {} };
}

/** What the script was started with. */
export const argument: string = isJsc ? engine.arguments[0] : process.argv[3];

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
