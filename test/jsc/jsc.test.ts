/** The built package on the engine of iOS. */
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { casesOf } from '../sdk-matrix/cases';
import type { Any } from '../support/any';
import { SHAPES } from '../support/hostile-xml';
import { request } from '../support/wx';
import { JAVASCRIPT_CORE, runOn } from './engine';

jest.setTimeout(120_000);

const PHONE = join(__dirname, 'phone.ts');
const HOSTILE = join(__dirname, 'hostile.ts');

/** Answers what the phone asks: to make a request, or what a member of the service is, or gives for arguments. */
async function answer(emulator: Any, { request: options, name, args }: Any): Promise<object> {
  if (options) {
    return new Promise((resolve) => {
      const success = (response: object) => resolve({ response });
      request({ ...options, success, fail: (error) => resolve({ error }) });
    });
  }
  const member = emulator[name];
  if (typeof member !== 'function') return { value: member };
  return args ? { value: member.apply(emulator, args) } : { isMethod: true };
}

describe.each(['1.1.5', '1.8.0'])('SDK %s on JavaScriptCore without JIT', (version) => {
  let emulator: Emulator;
  let result: { version: string; outcomes: Record<string, unknown>; extraOutcomes: number };
  beforeAll(async () => {
    emulator = await startEmulator();
    const alias = { 'the-sdk': `cos-wx-sdk-v5-${version}` };
    result = await runOn(JAVASCRIPT_CORE, PHONE, { alias }, (question) =>
      answer(emulator, question),
    );
  });
  afterAll(() => emulator.close());

  it('is the SDK that was meant', () => {
    expect(result).toMatchObject({ version });
  });

  it.each(casesOf(version))('$name', ({ name, expected }) => {
    expect(result.outcomes[name]).toEqual(expected);
  });

  it('gives one outcome for each call', () => {
    expect(result.extraOutcomes).toBe(0);
  });
});

describe('10 MB of one thing have an outcome, and soon', () => {
  let outcomes: Record<string, { came: number | string; yardsticks: number }>;
  beforeAll(async () => {
    outcomes = await runOn(JAVASCRIPT_CORE, HOSTILE);
  });

  it.each(SHAPES)('%s', (name, _, queues = 'InvalidResponse') => {
    expect(outcomes[name]).toEqual({ came: queues, yardsticks: expect.any(Number) });
    // The slowest take 75. What is not linear takes thousands.
    expect(outcomes[name]?.yardsticks).toBeLessThan(150);
  });
});
