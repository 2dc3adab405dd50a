import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { type QueueRow, toRow } from './queue-row';

/** What the list is narrowed down to. */
export interface Filter {
  /** Empty for both. */
  state: DocQueueState | '';
  /** A part of the name or the id. */
  words: string;
}

/** All queues, as rows that are replaced and never changed: what the page shows is compared with them. */
export class QueueStore {
  private rows = new Map<string, QueueRow>();
  /** What became known of queues since the read began whose answer is still to come. */
  private news = new Map<string, DocQueue>();

  get all(): QueueRow[] {
    return [...this.rows.values()];
  }

  get(id: string): QueueRow | undefined {
    return this.rows.get(id);
  }

  beginRead(): void {
    this.news.clear();
  }

  /** Takes the answer of the read. It may be behind what was done meanwhile. */
  endRead(queues: readonly DocQueue[]): void {
    const rows = queues.map((queue): QueueRow => {
      const { wanted = '', chosen = false } = this.rows.get(queue.QueueId) ?? {};
      return { ...toRow(this.news.get(queue.QueueId) ?? queue), wanted, chosen };
    });
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** Takes a queue as the service gave it after a change. */
  refresh(queue: DocQueue): void {
    const { QueueId } = queue;
    this.news.set(QueueId, queue);
    const { wanted, chosen } = this.rows.get(QueueId) ?? toRow(queue);
    this.update(QueueId, { ...toRow(queue), wanted, chosen });
  }

  update(id: string, change: Partial<QueueRow>): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, ...change });
  }

  get chosen(): QueueRow[] {
    return this.all.filter(({ chosen }) => chosen);
  }

  /** Chooses these and no others. */
  choose(rows: readonly QueueRow[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    for (const { id, chosen } of this.all) {
      if (chosen !== ids.has(id)) this.update(id, { chosen: !chosen });
    }
  }

  find({ state, words }: Filter): QueueRow[] {
    const sought = words.trim().toLowerCase();
    return this.all.filter(
      (row) =>
        (!state || row.state === state) &&
        (!sought ||
          row.name.toLowerCase().includes(sought) ||
          row.id.toLowerCase().includes(sought)),
    );
  }

  /** How many of those with the words are in each state. */
  count(words: string): Record<DocQueueState | 'all', number> {
    const rows = this.find({ state: '', words });
    const countIn = (state: DocQueueState) => rows.filter((row) => row.state === state).length;
    return { all: rows.length, Active: countIn('Active'), Paused: countIn('Paused') };
  }
}
