import { setTimeout as wait } from 'node:timers/promises';
import { startEmulator } from '../../server/emulator/index';
import { installWx } from '../support/wx';
import { casesOf } from './cases';
import { Fixture } from './fixture';
import { VERSIONS } from './versions';

// A busy machine is slow.
jest.setTimeout(30_000);

beforeAll(() => {
  // The SDK tells of bad keys and skewed clocks there.
  jest.spyOn(console, 'error').mockImplementation();
});

describe.each(VERSIONS)('SDK %s', (version) => {
  let fixture: Fixture;
  beforeAll(async () => {
    installWx();
    fixture = new Fixture(require(`cos-wx-sdk-v5-${version}`), await startEmulator());
  });
  beforeEach(() => fixture.emulator.reset());
  afterAll(() => fixture.emulator.close());

  it('is the requested SDK', () => {
    expect(fixture.COS.version).toBe(version);
  });

  // An uncaught exception fails the test that is under way: Jest sees to that.
  it.each(casesOf(version))('$name', async ({ run, expected }) => {
    expect(await run(fixture)).toEqual(expected);
  });

  it('gives one outcome for each call', async () => {
    // Long enough for a second outcome, or an exception, of any of the calls.
    await wait(100);
    expect(fixture.extraOutcomes).toBe(0);
  });
});
