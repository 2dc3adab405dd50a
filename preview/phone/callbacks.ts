interface Callbacks {
  success?(result: object): void;
  fail?(failure: object): void;
}

/** Makes functions that return a result or throw into functions of `wx`. An error's message follows `fail`. */
export function withCallbacks(functions: Record<string, (options: never) => unknown>) {
  const entries = Object.entries(functions).map(([name, run]) => [
    name,
    (options: Callbacks = {}) => {
      new Promise((resolve) => resolve(run(options as never))).then(
        (result) => options.success?.({ ...Object(result), errMsg: `${name}:ok` }),
        ({ message }: Error) => options.fail?.({ errMsg: `${name}:fail ${message}` }),
      );
    },
  ]);
  return Object.fromEntries(entries);
}
