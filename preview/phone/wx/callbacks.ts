/** The callbacks that almost every function of `wx` takes. */
export interface Callbacks<Result extends Message = Message> {
  success?(result: Result): void;
  fail?(failure: Message): void;
  complete?(outcome: Message): void;
}

export interface Message {
  errMsg: string;
}

/**
 * A function of `wx` that takes callbacks, or gives a promise when there are none. An error of `run`
 * becomes the text after `fail`.
 */
export function asynchronous<Options>(name: string, run: (options: Options) => unknown) {
  return (given?: Options & Callbacks) => {
    const options = given ?? ({} as Options & Callbacks);
    const outcome = new Promise((resolve) => resolve(run(options))).then(
      (result) => ({ ...Object(result), errMsg: `${name}:ok` }),
      (error: Error) => Promise.reject({ errMsg: `${name}:fail ${error.message}` }),
    );
    if (!options.success && !options.fail && !options.complete) return outcome;
    report(outcome, options);
    return undefined;
  };
}

/** Tells the callbacks. What they throw is nobody's failure but theirs. */
export function report<Result extends Message>(
  outcome: Promise<Result>,
  { success, fail, complete }: Callbacks<Result>,
): void {
  outcome.then(
    (result) => {
      success?.(result);
      complete?.(result);
    },
    (failure: Message) => {
      fail?.(failure);
      complete?.(failure);
    },
  );
}
