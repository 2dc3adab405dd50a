/** JavaScriptCore's shell as a mini program finds its globals, but for `wx`. */

// biome-ignore lint/suspicious/noExplicitAny: the globals of a shell
export const shell = globalThis as any;

// It has no clearTimeout, and its setTimeout hands on no arguments.
const { setTimeout: start } = shell;
shell.setTimeout = (callback: (...args: unknown[]) => void, wait: number, ...args: unknown[]) =>
  start(() => callback(...args), wait);
shell.clearTimeout = () => {};
shell.console = { log() {}, warn() {}, error() {} };
shell.window = shell;

/** Prints a result as JSON, and ends: a timer that still runs would keep the shell alive. */
shell.printResult = (result: Promise<unknown>) => {
  const end = (text: string) => {
    shell.print(text);
    shell.quit();
  };
  result.then(
    (value) => end(JSON.stringify(value)),
    (error) => end(JSON.stringify({ crashed: `${error} ${error?.stack}` })),
  );
};
