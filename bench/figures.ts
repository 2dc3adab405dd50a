/** Milliseconds a call. */
export interface Figures {
  plugin: number;
  snippet: number;
}

/** The least of each, as what else the machine does only adds to it. */
export const least = (rounds: Figures[]): Figures => ({
  plugin: Math.min(...rounds.map(({ plugin }) => plugin)),
  snippet: Math.min(...rounds.map(({ snippet }) => snippet)),
});
