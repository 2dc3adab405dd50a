import type { Engine } from './engine';
import { Page } from './page';
import type { Program } from './program';
import { shell } from './shell';

/** The pages that are open, the one on the screen last. */
export class PageStack {
  readonly #pages: Page[] = [];

  constructor(
    readonly program: Program,
    readonly engine: Engine,
  ) {
    window.addEventListener('scroll', () => this.#notifyAtBottom());
  }

  get top(): Page {
    return this.#pages.at(-1) as Page;
  }

  /** @throws Error when there is no such page */
  open(url: string): void {
    const from = this.#pages.at(-1);
    const { pathname, searchParams } = new URL(url, `http://phone/${from?.path}`);
    const path = pathname.slice(1);
    const { app, configs, styles } = this.program;
    if (!app.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    from?.hide();
    const config = { ...app.window, ...configs[path] };
    const page = new Page(path, config, this.engine.createPage(path), styles[path]);
    this.#pages.push(page);
    page.open(Object.fromEntries(searchParams));
    this.showWindow();
  }

  /** Returns whether the page was left: it may ask the user first. */
  async back(): Promise<boolean> {
    const { alertBeforeLeaving } = this.top;
    if (this.#pages.length === 1) return false;
    if (alertBeforeLeaving !== undefined) {
      if (!(await shell.showModal({ content: alertBeforeLeaving }))) return false;
    }
    this.#pages.pop()?.unload();
    this.top.show();
    this.showWindow();
    return true;
  }

  pullDown(): void {
    this.top.instance.onPullDownRefresh?.();
  }

  /** Applies the page's window configuration, in the colours of the theme. */
  showWindow(): void {
    const { config } = this.top;
    const variables = this.program.theme?.[shell.theme];
    // `@name` stands for a variable of `theme.json`.
    const color = (value: string) =>
      value.startsWith('@') ? (variables?.[value.slice(1)] ?? '') : value;
    const { dataset, style } = document.documentElement;
    dataset.theme = shell.theme;
    style.colorScheme = shell.theme;
    style.background = color(config.backgroundColor ?? '#ffffff');
    shell.showNavigation({
      title: config.navigationBarTitleText ?? '',
      background: color(config.navigationBarBackgroundColor ?? '#000000'),
      text: color(config.navigationBarTextStyle ?? 'white'),
      canGoBack: this.#pages.length > 1,
      canPullDown: config.enablePullDownRefresh ?? false,
    });
  }

  /** WeChat calls `onReachBottom` once for each bottom, this whenever the page is scrolled near it. */
  #notifyAtBottom(): void {
    const { config, instance } = this.top;
    const { scrollHeight, clientHeight } = document.documentElement;
    const left = scrollHeight - clientHeight - window.scrollY;
    if (left <= (config.onReachBottomDistance ?? 50)) instance.onReachBottom?.();
  }
}
