/** The prefix that keeps the styles of the component at `path` apart from all others. */
export const styleScope = (path: string) => path.replace(/\W+/g, '-');
