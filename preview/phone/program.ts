import type { template } from 'glass-easel';
import type { types } from 'glass-easel-miniprogram-adapter';
import type { Theme } from '../shell/shell';

/** What the build makes of a mini program. */
export interface Program {
  readonly app: AppConfig;
  readonly theme?: ThemeVariables;
  /** Pages and components, by path. */
  readonly configs: Readonly<Record<string, ComponentConfig>>;
  /** CSS of pages and components, by path, and of `app` and `weui`. */
  readonly styles: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, template.ComponentTemplate['content']>>;
  /** Runs a module; `app` is that of the app itself. */
  readonly modules: Readonly<Record<string, () => unknown>>;
}

/** `app.json`, as far as the preview knows it. */
export interface AppConfig {
  readonly pages: readonly [string, ...string[]];
  readonly window?: WindowConfig;
  readonly networkTimeout?: { readonly request?: number };
  readonly themeLocation?: string;
  readonly useExtendedLib?: { readonly weui?: boolean };
}

/** The JSON file of a page or component, as far as the preview knows it. */
export interface ComponentConfig extends WindowConfig, types.ComponentStaticConfig {}

export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
}

/** `theme.json`: what `@name` in a configuration stands for. */
export type ThemeVariables = Readonly<Record<Theme, Readonly<Record<string, string>>>>;
