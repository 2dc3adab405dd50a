import { TmplGroup } from 'glass-easel-template-compiler';

/**
 * Compiles all WXML of a mini program, by path without extension, to one expression: an object with a template
 * function for each path.
 *
 * @throws Error that lists what is wrong in them
 */
export function compileTemplates(wxml: ReadonlyMap<string, string>): string {
  const group = new TmplGroup();
  try {
    const problems = Array.from(wxml, ([path, source]) => group.addTmpl(path, source))
      .flat()
      // The compiler counts lines and columns from 0.
      .map(
        ({ path, startLine, startColumn, message }) =>
          `${path}.wxml:${startLine + 1}:${startColumn + 1}: ${message}`,
      );
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}
