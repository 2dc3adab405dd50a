import type { Theme, ThemeVariables } from './program';

/** What a value of a configuration is in this theme: `@name` stands for a variable of `theme.json`. */
export function resolveTheme(value: string, variables: ThemeVariables | undefined, theme: Theme) {
  return value.startsWith('@') ? (variables?.[theme][value.slice(1)] ?? '') : value;
}
