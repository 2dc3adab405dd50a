import { until as waitUntil } from '../../support/until';

/** Waits until it is so, and gives what it gave. Looking at a long page takes a while itself. */
export const until = <Value>(what: () => Value) => waitUntil(what, 8000);

/** Long enough for what should not happen to have happened. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));
