import { TmplGroup } from 'glass-easel-template-compiler';

interface TemplateProblem {
  message: string;
  path: string;
  /** Counted from 0, as the column is. */
  startLine: number;
  startColumn: number;
}

/**
 * Compiles all WXML of a mini program, keyed by path without extension, to one expression: an object with a template function for each path.
 *
 * @throws Error that lists what is wrong in them
 */
export function compileTemplates(wxml: ReadonlyMap<string, string>): string {
  const group = new TmplGroup();
  try {
    const problems = Array.from(wxml, ([path, source]) => group.addTmpl(path, source)).flat();
    if (problems.length > 0) throw new Error(problems.map(describe).join('\n'));
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

const describe = ({ path, startLine, startColumn, message }: TemplateProblem) =>
  `${path}.wxml:${startLine + 1}:${startColumn + 1}: ${message}`;
