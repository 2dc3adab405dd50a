import type { Shell } from '../shell/shell';

/** The page around the phone. */
export const { shell } = window.parent as Window & typeof globalThis & { shell: Shell };
