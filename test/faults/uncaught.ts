/** What the app itself throws in these tests: the one kind of error that may stay uncaught. */
export class AppError extends Error {
  constructor() {
    super("the app's own");
  }
}

export const uncaught = { ofTheApp: 0, other: [] as string[] };

export function watchUncaught(): void {
  const note = (error: unknown) => {
    if (error instanceof AppError) uncaught.ofTheApp += 1;
    else uncaught.other.push(String((error as Error | undefined)?.stack ?? error));
  };
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
}
