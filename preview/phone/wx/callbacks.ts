/** The callbacks that almost every function of `wx` takes. */
interface Callbacks {
  success?(result: object): void;
  fail?(failure: object): void;
}

/** Lets functions tell callbacks how they ended. An error becomes the text after `fail`. */
export function withCallbacks(functions: Record<string, (options: never) => unknown>) {
  const entries = Object.entries(functions).map(([name, run]) => [
    name,
    (options: Callbacks = {}) => {
      // What a callback throws is nobody's failure but its own.
      new Promise((resolve) => resolve(run(options as never))).then(
        (result) => options.success?.({ ...Object(result), errMsg: `${name}:ok` }),
        ({ message }: Error) => options.fail?.({ errMsg: `${name}:fail ${message}` }),
      );
    },
  ]);
  return Object.fromEntries(entries);
}
