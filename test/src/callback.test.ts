import { endProcesses, run } from '../support/process';

afterEach(endProcesses);

// In a process of its own: an error that nobody catches ends it, as it should.
it.each(['outcome', 'failure'])(
  'a callback that throws at the %s is not called again',
  async (answer) => {
    const { output, ended } = run('test/support/throwing-callback.ts', [answer]);
    expect(await ended).toEqual([1, null]);
    expect(output.text).toMatch(/^called 1$/m);
    expect(output.errors).toContain("Error: the callback's own");
  },
);
