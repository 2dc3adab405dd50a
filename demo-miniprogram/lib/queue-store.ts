import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { explainError, type Problem } from './explain-error';
import { type QueueRow, toRow } from './queue-row';
import { changeState, verbOf } from './queue-state';

/** What the list is narrowed down to. */
export interface Filter {
  /** Empty for every state. */
  state: DocQueueState | '';
  /** A part of the name or the id. */
  words: string;
}

/** All queues and what is being done to them. Rows are replaced, never changed: the page compares them with what it shows. */
export class QueueStore {
  private queues = new Map<string, DocQueue>();
  private rows = new Map<string, QueueRow>();
  /** The queues that were changed while the list was being read. */
  private changedSinceRead = new Map<string, DocQueue>();

  /** @param onChange is called when rows may look different */
  constructor(private readonly onChange: () => void) {}

  get all(): QueueRow[] {
    return [...this.rows.values()];
  }

  get chosen(): QueueRow[] {
    return this.all.filter(({ chosen }) => chosen);
  }

  /** Whether a change of a queue is under way. */
  get isBusy(): boolean {
    return this.all.some(({ targetState }) => targetState !== '');
  }

  get(id: string): QueueRow | undefined {
    return this.rows.get(id);
  }

  queue(id: string): DocQueue | undefined {
    return this.queues.get(id);
  }

  beginRead(): void {
    this.changedSinceRead.clear();
  }

  /** Takes over the list that was read. Queues that were changed since `beginRead` are newer than it. */
  endRead(list: readonly DocQueue[], keepsProblems: boolean): void {
    const queues = list.map((queue) => this.changedSinceRead.get(queue.QueueId) ?? queue);
    const rows = queues.map((queue): QueueRow => {
      const row = toRow(queue);
      const { targetState, chosen, problem } = this.rows.get(queue.QueueId) ?? row;
      return { ...row, targetState, chosen, problem: keepsProblems ? problem : null };
    });
    this.queues = new Map(queues.map((queue) => [queue.QueueId, queue]));
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** Takes over one queue as the service returned it after a change. */
  refresh(queue: DocQueue): void {
    const { QueueId } = queue;
    const { targetState, chosen } = this.rows.get(QueueId) ?? toRow(queue);
    this.changedSinceRead.set(QueueId, queue);
    this.queues.set(QueueId, queue);
    this.rows.set(QueueId, { ...toRow(queue), targetState, chosen });
    this.onChange();
  }

  private update(id: string, change: Partial<QueueRow>): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, ...change });
  }

  /** Shows queues as waiting for a change, or as no longer waiting. */
  setTarget(ids: readonly string[], targetState: DocQueueState | ''): void {
    for (const id of ids) this.update(id, { targetState });
    this.onChange();
  }

  /** Brings a queue into a state, and keeps in its row why that failed. Returns what failed, or `null`. */
  async changeState(id: string, state: DocQueueState): Promise<Problem | null> {
    this.update(id, { problem: null });
    this.setTarget([id], state);
    try {
      const queue = await changeState(id, state);
      this.update(id, { targetState: '' });
      this.refresh(queue);
      return null;
    } catch (error) {
      const problem = explainError(error, verbOf(state));
      this.update(id, { problem });
      this.setTarget([id], '');
      return problem;
    }
  }

  /** Chooses these queues and no others. */
  choose(rows: readonly QueueRow[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    for (const { id, chosen } of this.all) {
      if (chosen !== ids.has(id)) this.toggleChosen(id);
    }
  }

  toggleChosen(id: string): void {
    this.update(id, { chosen: !this.rows.get(id)?.chosen });
  }

  find({ state, words }: Filter): QueueRow[] {
    const sought = words.trim().toLowerCase();
    return this.all.filter(
      (row) =>
        (!state || row.state === state) &&
        (!sought || contains(row.name, sought) || contains(row.id, sought)),
    );
  }

  /**
   * The rows as they look in a list that is searched for `words`, on a screen that already explains the problems
   * with the titles `explained`. A queue that is no longer known stays as it was.
   */
  display(rows: readonly QueueRow[], words: string, explained: readonly string[]): QueueRow[] {
    const sought = words.trim().toLowerCase();
    const titles = new Set(explained);
    const names = new Map<string, number>();
    for (const { name } of this.rows.values()) names.set(name, (names.get(name) ?? 0) + 1);
    return rows.map((each) => {
      const row = this.rows.get(each.id) ?? each;
      const { problem, id, name } = row;
      const isAmbiguous = (names.get(name) ?? 0) > 1;
      const isFoundById = sought !== '' && !contains(name, sought) && contains(id, sought);
      const isExplained = problem?.remedy === 'retry' && titles.has(problem.title);
      if (problem) titles.add(problem.title);
      return {
        ...row,
        label: isAmbiguous ? `${name}（…${id.slice(-6)}）` : name,
        idPart: isFoundById ? excerpt(id, sought) : isAmbiguous ? `…${id.slice(-6)}` : '',
        isExplained,
      };
    });
  }
}

/** How many of these queues there are, and how many are in each state. */
export function countStates(rows: readonly QueueRow[]): Record<DocQueueState | 'all', number> {
  const countIn = (state: DocQueueState) => rows.filter((row) => row.state === state).length;
  return { all: rows.length, Active: countIn('Active'), Paused: countIn('Paused') };
}

const contains = (text: string, sought: string) => text.toLowerCase().includes(sought);

/** The part of an id that was found, with `…` for what stands around it. */
function excerpt(id: string, sought: string): string {
  const start = id.toLowerCase().indexOf(sought);
  const end = start + sought.length;
  return `${start > 0 ? '…' : ''}${id.slice(start, end)}${end < id.length ? '…' : ''}`;
}
