import { spawnSync } from 'node:child_process';

describe('a callback', () => {
  // In a process of its own: an error that nobody catches ends it, as it should.
  it.each(['outcome', 'failure'])('that throws at the %s is not called again', (answer) => {
    const args = ['--import', 'tsx', `${__dirname}/../support/throwing-callback.ts`, answer];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout.trim()).toBe('called 1');
    expect(stderr).toContain("Error: the callback's own");
    expect(status).toBe(1);
  });
});
