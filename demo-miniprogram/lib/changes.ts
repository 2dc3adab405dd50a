/** The paths for `setData` that make `next` of what is shown: only what differs is sent to the view. */
export function changes<Shown extends object>(
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
