import { isDocQueueError } from '../../miniprogram_dist/index.js';
import type { Call } from './call';
import { type Expected, judge } from './judge';

/** What a call came to: a success, a kind of failure, an error that is none of ours, or nothing. */
export const KINDS = [
  'success',
  'service',
  'response',
  'network',
  'credential',
  'param',
  'other error',
  'no outcome',
] as const;
type Kind = (typeof KINDS)[number];

/** The calls of one SDK, counted by what they came to. */
export class Tally {
  calls = 0;
  passed = 0;
  readonly kinds: Partial<Record<Kind, number>> = {};
  /** How often the SDK threw in its own code, and so never called back. */
  sdkThrew = 0;
  slowest = { name: '', milliseconds: 0 };
  readonly failures: string[] = [];
  readonly #ended: [name: string, call: Call][] = [];

  /** Counts a call that has ended. */
  add(name: string, call: Call, expected: Expected): void {
    this.check(name, judge(call, expected));
    this.calls += 1;
    const kind = kindOf(call);
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    if (call.milliseconds > this.slowest.milliseconds) {
      this.slowest = { name, milliseconds: call.milliseconds };
    }
    call.outcome = undefined;
    this.#ended.push([name, call]);
  }

  /** Counts what must hold beside the outcome of a call. */
  check(name: string, wrong: string[]): void {
    if (wrong.length === 0) this.passed += 1;
    else this.failures.push(`${name}: ${wrong.join('; ').slice(0, 500)}`);
  }

  /** Looks at all calls again, when what is late has had its time. */
  finish(): void {
    const twice = this.#ended.filter(([, call]) => call.outcomes > 1);
    this.check('one outcome for each call', twice.map(([name]) => name).slice(0, 10));
  }
}

function kindOf({ outcome }: Call): Kind {
  if (!outcome) return 'no outcome';
  if (!outcome.error) return 'success';
  return isDocQueueError(outcome.error) ? outcome.error.kind : 'other error';
}
