interface Callbacks {
  success?(result: object): void;
  fail?(failure: object): void;
}

/** Gives functions the callbacks of `wx`: `success` gets what they return, `fail` what they throw. */
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
