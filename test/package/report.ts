import { CommandFailed } from './command';

/** Tells of each check in a line as it ends, and counts. */
export class Report {
  private passed = 0;
  private failed = 0;

  /** Gives whether it passed, so that what builds on it can be left out. */
  async check(name: string, run: () => unknown): Promise<boolean> {
    const start = Date.now();
    try {
      await run();
      this.passed += 1;
      console.log(`passed  ${name} (${seconds(start)})`);
      return true;
    } catch (error) {
      this.failed += 1;
      console.log(`FAILED  ${name} (${seconds(start)})\n${indented(reason(error))}`);
      return false;
    }
  }

  /** The last line. */
  end(): void {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    if (this.failed > 0) process.exitCode = 1;
  }
}

/** What went wrong: for an assertion or a command its own words, else where it happened too. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told = error instanceof CommandFailed || error.name === 'AssertionError';
  return told ? error.message : String(error.stack);
}

const seconds = (start: number) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

// A compiler's many words come from one cause, which stands first.
const MOST_LINES = 20;

function indented(text: string): string {
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > MOST_LINES) shown.push(`… and ${lines.length - MOST_LINES} lines more`);
  return shown.map((line) => `        ${line}`).join('\n');
}
