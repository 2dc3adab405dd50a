import { devDependencies } from '../../package.json';

/** Every published SDK from 1.1.1 on, oldest first: each is a dev dependency under a name of its own. */
export const VERSIONS = Object.keys(devDependencies)
  .flatMap((name) => /^cos-wx-sdk-v5-(.+)$/.exec(name)?.[1] ?? [])
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Whether a version is another one, or newer. */
export const isAtLeast = (version: string, other: string) =>
  version.localeCompare(other, 'en', { numeric: true }) >= 0;
