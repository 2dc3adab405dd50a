import type { Pair, Run } from './calls';

export interface Figures {
  /** Microseconds a call. */
  plugin: number;
  snippet: number;
  /** The plugin's share of the snippet's time: the median of rounds in which both took turns. */
  time: number;
  /** The plugin's share of the bytes that the snippet allocates. */
  bytes: number;
}

const ROUNDS = 21;
const ROUND_MS = 40;

/** Measures both in alternating rounds, so that what else the machine does hits both. */
export async function compare({ plugin, snippet }: Pair): Promise<Figures> {
  await callsIn(300, plugin);
  const calls = Math.ceil(((await callsIn(300, snippet)) * ROUND_MS) / 300);
  const rounds = [];
  for (let index = 0; index < ROUNDS; index++) {
    // Whoever comes second finds warmer caches: they take turns.
    const first = index % 2 === 0;
    const a = await timeOf(first ? plugin : snippet, calls);
    const b = await timeOf(first ? snippet : plugin, calls);
    rounds.push(first ? { plugin: a, snippet: b } : { plugin: b, snippet: a });
  }
  const bytes = [await bytesOf(plugin), await bytesOf(snippet)] as const;
  return {
    plugin: median(rounds.map((pair) => pair.plugin)) * 1000,
    snippet: median(rounds.map((pair) => pair.snippet)) * 1000,
    time: median(rounds.map((pair) => pair.plugin / pair.snippet)),
    bytes: bytes[0] / bytes[1],
  };
}

async function callsIn(milliseconds: number, run: Run): Promise<number> {
  const end = performance.now() + milliseconds;
  let calls = 0;
  for (; performance.now() < end; calls++) await run();
  return calls;
}

async function timeOf(run: Run, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call++) await run();
  return (performance.now() - start) / calls;
}

/** Bytes of one call: the median of those in which the collector did nothing. */
async function bytesOf(run: Run): Promise<number> {
  const used = [];
  for (let call = 0; call < 40; call++) {
    const before = process.memoryUsage().heapUsed;
    await run();
    const bytes = process.memoryUsage().heapUsed - before;
    if (bytes > 0) used.push(bytes);
  }
  return median(used);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
