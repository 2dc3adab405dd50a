const WAIT = 8000;

/** Waits until it is so, and gives what it gave. */
export async function until<Value>(what: () => Value): Promise<NonNullable<Value>> {
  // Looking at a long page takes a while itself.
  for (let start = performance.now(), pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    try {
      const value = what();
      if (value) return value;
    } catch (error) {
      if (performance.now() - start > WAIT) throw error;
    }
    if (performance.now() - start > WAIT) throw new Error(`still not so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
/** Long enough for what should not happen to have happened. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));
