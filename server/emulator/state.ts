import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { z } from 'zod';
import { ServiceError, validate } from './errors';
import { type CheckedFault, type Fault, faultSchema, type Target } from './faults';
import { FIXED_KEY, type Key, newTemporaryKey, type TemporaryKey } from './keys';
import { changeSchema, merge, newQueue, type QueueChange, type QueueRecord, renew } from './queues';
import { SEED, seed } from './seed';
import type { QueueSettings } from './update';

const settingsSchema = z.strictObject({
  /** Whether `NotifyConfig` in a list by id holds only `Url`, as in the sample of 460/46946. */
  sparse: z.boolean().default(false),
  /** How many seconds a new temporary key is valid. */
  keySeconds: z.int().min(1).max(7200).default(1800),
  /** How many seconds the service's clock is ahead of the machine's. */
  clockOffset: z.int().min(-1e9).max(1e9).default(0),
});

export type Settings = z.output<typeof settingsSchema>;

export const MAX_QUEUES = 100_000;
const countSchema = z.int().min(0).max(MAX_QUEUES);
const MAX_REQUESTS = 1000;

export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as received. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface EmulatorOptions {
  /** 0, the default, picks a free one. */
  port?: number;
  /** How many queues there are at the start; by default one of each kind. */
  queues?: number;
}

/** The state of the service. A change that is not valid throws a `ServiceError`. */
export class State {
  /** The permanent key. */
  readonly key = FIXED_KEY;
  /** Every key that was ever issued: an expired one has an error of its own. */
  readonly keys = new Map<string, Key | TemporaryKey>([[FIXED_KEY.secretId, FIXED_KEY]]);
  settings = settingsSchema.parse({});
  faults: readonly CheckedFault[] = [];
  /** The last 1000 requests, oldest first, without those to the control API. */
  requests: readonly LoggedRequest[] = [];
  #queues = new Map<string, QueueRecord>();

  constructor(private readonly options: EmulatorOptions = {}) {
    this.reset();
  }

  /** Restores the state at the start. Keys stay valid, because SDKs cache them. */
  reset(): void {
    this.settings = settingsSchema.parse({});
    this.setQueues(this.options.queues ?? SEED);
    this.faults = [];
    this.requests = [];
  }

  configure(changes: Partial<Settings>): void {
    this.settings = validate(settingsSchema, { ...this.settings, ...changes });
  }

  /** The service's clock, in milliseconds. */
  now(): number {
    return Date.now() + this.settings.clockOffset * 1000;
  }

  issueKey(): TemporaryKey {
    const key = newTemporaryKey(this.now(), this.settings.keySeconds);
    this.keys.set(key.secretId, key);
    return key;
  }

  /** The queues in the order of a list. Records are replaced, never modified. */
  get queues(): QueueRecord[] {
    return [...this.#queues.values()];
  }

  /** Replaces all queues with the given ones, or with the given number of queues. */
  setQueues(queues: number | readonly QueueChange[]): QueueRecord[] {
    const changes = typeof queues === 'number' ? seed(validate(countSchema, queues)) : queues;
    const records = validate(z.array(changeSchema), changes).map((change, index) =>
      merge(newQueue(index), change),
    );
    this.#queues = new Map(records.map((record) => [record.QueueId, record]));
    return this.queues;
  }

  /** Changes some fields of a queue, as if somebody else had done so in the console. */
  changeQueue(id: string, change: QueueChange): QueueRecord {
    return this.#replace({ ...merge(this.#find(id), validate(changeSchema, change)), QueueId: id });
  }

  updateQueue(id: string, settings: QueueSettings): QueueRecord {
    return this.#replace(renew(this.#find(id), settings, this.now()));
  }

  /** @returns the remaining queues */
  removeQueue(id: string): QueueRecord[] {
    this.#queues.delete(this.#find(id).QueueId);
    return this.queues;
  }

  #replace(record: QueueRecord): QueueRecord {
    this.#queues.set(record.QueueId, record);
    return record;
  }

  #find(id: string): QueueRecord {
    const record = this.#queues.get(id);
    if (!record) throw new ServiceError('QueueNotFound', `The queue ${id} does not exist.`);
    return record;
  }

  /** Replaces the faults. The first one that matches a call applies to it, so several form a sequence. */
  setFault(faults: Fault | readonly Fault[]): void {
    this.faults = validate(z.array(faultSchema), [faults].flat());
  }

  /** Returns the fault that applies to a call, and counts the call as one of its `times`. */
  takeFault(target: Target): CheckedFault | undefined {
    const fault = this.faults.find((each) => [each.target ?? target].flat().includes(target));
    if (fault?.times) fault.times -= 1;
    this.faults = this.faults.filter(({ times }) => times !== 0);
    return fault;
  }

  logRequest({ method = 'GET', url = '/', headers }: IncomingMessage): void {
    this.requests = [...this.requests.slice(1 - MAX_REQUESTS), { method, url, headers }];
  }
}
