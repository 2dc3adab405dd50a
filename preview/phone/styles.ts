import type { Theme } from './program';
import { shell } from './shell';

/** Adds a style sheet whose `prefers-color-scheme` follows the theme chosen beside the phone. */
export function addStyle(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  if (style.sheet) followTheme(style.sheet.cssRules, shell.theme);
  return style;
}

export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme;
  for (const { cssRules } of document.styleSheets) followTheme(cssRules, theme);
}

const written = new WeakMap<CSSMediaRule, string>();

function followTheme(rules: CSSRuleList, theme: Theme): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const query = written.get(rule) ?? rule.media.mediaText;
      written.set(rule, query);
      rule.media.mediaText = query.replace(/\(prefers-color-scheme:\s*(\w+)\)/g, (_, wanted) =>
        wanted === theme ? '(min-width: 0)' : '(max-width: 0)',
      );
    }
    if (rule instanceof CSSGroupingRule) followTheme(rule.cssRules, theme);
  }
}
