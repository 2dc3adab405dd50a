import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CASES } from './cases';
import { isAtLeast, VERSIONS } from './versions';

interface Outcome {
  version: string;
  outcomes: Record<string, unknown>;
  extraOutcomes: number;
  uncaught: string[];
  snippet: { oneQueue: object; ampersand: unknown; text: unknown };
}

const passed: Record<string, number> = {};

async function run(version: string): Promise<Outcome> {
  const args = ['--import', 'tsx', `${__dirname}/run.ts`, version];
  const options = { maxBuffer: 1 << 24, timeout: 60_000 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(
    (error) => error,
  );
  const outcome = JSON.parse(stdout || '{"crashed":"it printed nothing"}');
  if (outcome.crashed) throw new Error(`SDK ${version}: ${outcome.crashed}`);
  return outcome;
}

it('knows every published version, and gives up none', () => {
  const published = ['1.1.5', '1.1.7', '1.4.6', '1.4.7', '1.4.10', '1.4.13', '1.6.2', '1.7.0'];
  expect(VERSIONS).toEqual(expect.arrayContaining([...published, '1.7.2', '1.8.0']));
});

describe.each(VERSIONS)('SDK %s', (version) => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await run(version);
  }, 70_000);

  it.each(CASES)('$name', ({ name, expected }) => {
    expect(outcome.outcomes[name]).toEqual(expected);
    passed[version] = (passed[version] ?? 0) + 1;
  });

  // Later ones refuse the option.
  const knowsForcePathStyle = !isAtLeast(version, '1.6.2');
  (knowsForcePathStyle ? it : it.skip)('works with ForcePathStyle', () => {
    expect(outcome.outcomes.ForcePathStyle).toEqual([5, true, 'Paused']);
  });

  it('gives one outcome for each call, and no uncaught exception', () => {
    expect(outcome).toMatchObject({ extraOutcomes: 0, uncaught: [] });
    passed[version] = (passed[version] ?? 0) + 1;
  });

  // Where the documentation's snippet fails, and the cases above do not.
  describe("the documentation's snippet", () => {
    it('gets an object for a list of one, and texts for numbers', () => {
      expect(outcome.snippet.oneQueue).toEqual({ isArray: false, count: 'string' });
    });

    it('cannot send a callback address with &, before 1.7.2', () => {
      const [util, escaped] = [isAtLeast(version, '1.1.7'), isAtLeast(version, '1.7.2')];
      expect(outcome.snippet.ampersand).toBe(
        !util ? 'TypeError' : escaped ? true : 'InvalidContent',
      );
    });

    it('is told of no failure by an answer of text, or is never called', () => {
      const thrown = isAtLeast(version, '1.7.2');
      expect(outcome.snippet.text).toBe(thrown ? 'never called' : 'no Response');
    });
  });
});

afterAll(() => {
  const rows = VERSIONS.map((version) => {
    const count = passed[version] ?? 0;
    return `  ${version.padEnd(8)} ${count} of ${CASES.length + 1} ${count > CASES.length ? 'passed' : 'PASSED, OTHERS FAILED'}`;
  });
  process.stdout.write(`\nSDK matrix: the same results on every version\n${rows.join('\n')}\n`);
});
