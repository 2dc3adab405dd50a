/** Waits until it is so, and gives what it gave. Throws what it threw last when the time is over. */
export async function until<Value>(
  what: () => Value | Promise<Value>,
  within = 8_000,
): Promise<NonNullable<Value>> {
  // Looking may take a while itself.
  for (let start = performance.now(), pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    const late = performance.now() - start > within;
    try {
      const value = await what();
      if (value) return value;
    } catch (error) {
      if (late) throw error;
    }
    if (late) throw new Error(`not within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Long enough for what should not happen to have happened. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));
