/** The built package on the engine of iOS. */
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { casesOf } from '../sdk-matrix/cases';
import type { Any } from '../support/any';
import { SHAPES } from '../support/hostile-xml';
import { request } from '../support/wx';
import { bundle, JAVASCRIPT_CORE, runBundle } from './engine';

jest.setTimeout(120_000);

const PHONE = join(__dirname, 'phone.ts');

/** Does what the phone asks: makes a request, or reads or calls a member of the service. */
async function respond(emulator: Any, { request: options, name, args }: Any): Promise<object> {
  if (options) {
    return new Promise((resolve) => {
      const success = (response: object) => resolve({ response });
      request({ ...options, success, fail: (error) => resolve({ error }) });
    });
  }
  const member = emulator[name];
  if (args) return { value: member.apply(emulator, args) };
  return typeof member === 'function' ? { isMethod: true } : { value: member };
}

describe.each(['1.1.5', '1.8.0'])('SDK %s on JavaScriptCore without JIT', (version) => {
  let emulator: Emulator;
  let result: { version: string; outcomes: Record<string, unknown>; extraOutcomes: number };
  beforeAll(async () => {
    emulator = await startEmulator();
    const code = await bundle(PHONE, `cos-wx-sdk-v5-${version}`);
    result = await runBundle(JAVASCRIPT_CORE, code, 'cases', (asked) => respond(emulator, asked));
  });
  afterAll(() => emulator.close());

  it('is the requested SDK, and gives one outcome for each call', () => {
    expect(result).toMatchObject({ version, extraOutcomes: 0 });
  });

  it.each(casesOf(version))('$name', ({ name, expected }) => {
    expect(result.outcomes[name]).toEqual(expected);
  });
});

// A run may take two minutes; what is not linear takes hours.
describe('10 MB of one thing is read or refused in time', () => {
  let outcomes: Record<string, number | string>;
  beforeAll(async () => {
    const code = await bundle(PHONE, 'cos-wx-sdk-v5-1.8.0');
    outcomes = await runBundle(JAVASCRIPT_CORE, code, 'shapes');
  });

  it.each(SHAPES)('in a successful response: %s', (name, _, outcome = 'InvalidResponse') => {
    expect(outcomes[name]).toBe(outcome);
  });
});
