export interface Round {
  /** Milliseconds a call. */
  plugin: number;
  snippet: number;
}

export interface Figures extends Round {
  /** The plugin's share of the snippet's time. */
  ratio: number;
}

/** The median of each, as what else the machine does now and then hits few rounds. */
export const figuresOf = (rounds: Round[]): Figures => ({
  plugin: median(rounds.map(({ plugin }) => plugin)),
  snippet: median(rounds.map(({ snippet }) => snippet)),
  ratio: median(rounds.map(({ plugin, snippet }) => plugin / snippet)),
});

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}
