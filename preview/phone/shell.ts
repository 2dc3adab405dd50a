import type { Shell } from '../shell/api';

/** The page around the phone. */
export const { shell } = window.parent as Window & typeof globalThis & { shell: Shell };
