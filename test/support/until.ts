/**
 * Repeats `probe` until it returns something truthy, and returns that.
 *
 * @throws (rejects) after `timeout` milliseconds, with the last error of `probe` if it threw
 */
export async function until<Value>(probe: () => Value | Promise<Value>, timeout = 8_000) {
  for (let start = performance.now(), pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    // Taken before the probe, which may itself take a while.
    const isLast = performance.now() - start > timeout;
    try {
      const value = await probe();
      if (value) return value;
    } catch (error) {
      if (isLast) throw error;
    }
    if (isLast) throw new Error(`not within ${timeout} ms: ${probe}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Long enough for something that should not happen to have happened. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));
