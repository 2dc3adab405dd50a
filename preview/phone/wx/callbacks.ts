/** The callbacks that almost every function of `wx` takes. */
export interface Callbacks<Result extends Message = Message> {
  success?(result: Result): void;
  fail?(failure: Message): void;
}

export interface Message {
  errMsg: string;
}

/** A function of `wx` that takes callbacks. An error of `run` becomes the text after `fail`. */
export function asynchronous<Options>(name: string, run: (options: Options) => unknown) {
  return (options: Options & Callbacks = {} as Options & Callbacks) => {
    const outcome = new Promise((resolve) => resolve(run(options))).then(
      (result) => ({ ...Object(result), errMsg: `${name}:ok` }),
      (error: Error) => Promise.reject({ errMsg: `${name}:fail ${error.message}` }),
    );
    report(outcome, options);
  };
}

/** Tells the callbacks. What they throw is nobody's failure but theirs. */
export function report<Result extends Message>(
  outcome: Promise<Result>,
  { success, fail }: Callbacks<Result>,
): void {
  outcome.then(
    (result) => success?.(result),
    (failure: Message) => fail?.(failure),
  );
}
