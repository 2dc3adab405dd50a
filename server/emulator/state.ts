import { z } from 'zod';
import { type Fault, Faults } from './faults';
import { Keys } from './keys';
import { RequestLog } from './log';
import { type QueueChange, type QueueRecord, Queues } from './queues';
import { SEED, seed } from './seed';

const settingsSchema = z.strictObject({
  /**
   * How missing ids are listed: in `QueueID` elements, in `QueueId` elements, which the C++ SDK reads, or, as
   * sister queues do, flat.
   */
  nonExist: z.enum(['nested', 'nestedQueueId', 'flat']),
  /** Whether a by-id answer's `NotifyConfig` holds only `Url`, as in the sample of 460/46946. */
  sparse: z.boolean(),
  /** How long temporary keys live. */
  keySeconds: z.int().min(1).max(7200),
  /** By how many seconds the service's clock is ahead of the machine's. */
  clockOffset: z.int().min(-1e9).max(1e9),
});

export type Settings = z.infer<typeof settingsSchema>;

const DEFAULTS: Settings = { nonExist: 'nested', sparse: false, keySeconds: 1800, clockOffset: 0 };
export const MAX_QUEUES = 100_000;
const countSchema = z.int().min(0).max(MAX_QUEUES);

export interface EmulatorOptions extends Partial<Settings> {
  /** 0, the default, takes a free one. */
  port?: number;
  /** The queues, or how many; by default a few of each kind. */
  queues?: number | readonly QueueChange[];
  /** What goes wrong from the start. */
  faults?: Fault | readonly Fault[];
  /** The machine's clock, in milliseconds. */
  now?: () => number;
}

/** All that the service knows. */
export class State {
  readonly queues = new Queues();
  readonly faults = new Faults();
  readonly keys = new Keys();
  readonly log = new RequestLog();
  readonly #options: EmulatorOptions;
  #settings: Settings = DEFAULTS;

  /** @throws ZodError or ServiceError that says which option is wrong */
  constructor(options: EmulatorOptions) {
    this.#options = options;
    this.reset();
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The service's clock, in milliseconds. */
  now(): number {
    const { now = Date.now } = this.#options;
    return now() + this.#settings.clockOffset * 1000;
  }

  /** @throws ZodError that says what is wrong with them */
  configure(changes: unknown): void {
    const given = settingsSchema.partial().parse(changes);
    this.#settings = settingsSchema.parse({ ...this.#settings, ...given });
  }

  /** @throws ZodError or ServiceError that says what is wrong with them */
  setQueues(queues: unknown): QueueRecord[] {
    return this.queues.setAll(
      typeof queues === 'number' ? seed(countSchema.parse(queues)) : queues,
    );
  }

  /** Back to the start. Temporary keys stay good, as an SDK keeps those that it has. */
  reset(): void {
    const { port, now, queues = SEED, faults = [], ...settings } = this.#options;
    this.#settings = DEFAULTS;
    this.configure(settings);
    this.setQueues(queues);
    this.faults.set(faults);
    this.log.clear();
  }
}
