/** Milliseconds a call. */
export interface Figures {
  plugin: number;
  snippet: number;
}

/** The least of many repeated calls, as what else the machine does only adds to it. */
export const least = (rounds: Figures[]) => pick(rounds, 0);

/** The median of first calls, each in a process of its own: the least is that of a lucky start. */
export const median = (rounds: Figures[]) => pick(rounds, Math.floor(rounds.length / 2));

function pick(rounds: Figures[], rank: number): Figures {
  const ranked = (name: keyof Figures) =>
    rounds.map((figures) => figures[name]).sort((a, b) => a - b)[rank] ?? Number.NaN;
  return { plugin: ranked('plugin'), snippet: ranked('snippet') };
}
