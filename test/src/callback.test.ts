import { endProcesses, run } from '../support/process';

afterEach(endProcesses);

// In a process of its own: an error that nobody catches ends it, as it should.
it.each(['result', 'failure', 'wrong parameter'])(
  'a callback that throws at a %s is not called again',
  async (outcome) => {
    const { output, ended } = run('test/support/throwing-callback.ts', [outcome]);
    expect(await ended).toEqual([1, null]);
    expect(output.text).toMatch(/^called 1$/m);
    expect(output.errors).toContain("Error: the callback's own");
  },
);
