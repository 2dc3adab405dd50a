/** The `setData` paths that turn `shown` into `next`: only what differs is sent to the view. */
export function diff<Shown extends object>(
  shown: Shown,
  next: Partial<Shown>,
  prefix = '',
): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const key of Object.keys(next) as (keyof Shown & string)[]) {
    if (next[key] !== shown[key]) paths[prefix + key] = next[key];
  }
  return paths;
}

interface View<Shown> {
  data: Shown;
  setData(paths: Record<string, unknown>): void;
}

/** Sends the view of a page what differs from what it shows, together with further paths. */
export function setDiff<Shown extends object>(
  page: View<Shown>,
  next: Partial<Shown>,
  more: Record<string, unknown> = {},
): void {
  const paths = { ...diff(page.data, next), ...more };
  if (Object.keys(paths).length > 0) page.setData(paths);
}
