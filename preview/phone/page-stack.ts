import type { Engine } from './engine';
import { Page } from './page';
import type { Program } from './program';
import { shell } from './shell';

// As in WeChat.
const REACH_BOTTOM_DISTANCE = 50;

/** The pages that are open, the one on the screen last. */
export class PageStack {
  readonly #pages: Page[] = [];

  constructor(
    readonly program: Program,
    readonly engine: Engine,
  ) {
    window.addEventListener('scroll', () => this.#notifyAtBottom(), { passive: true });
  }

  get top(): Page {
    const page = this.#pages.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** @throws Error when there is no such page */
  open(url: string): void {
    const { path, query } = this.#parse(url);
    this.#pages.at(-1)?.hide();
    this.#push(path, query);
  }

  /** Leaves all pages for this one. */
  openAlone(url: string): void {
    const { path, query } = this.#parse(url);
    for (const page of this.#pages.splice(0).reverse()) page.unload();
    this.#push(path, query);
  }

  /** Returns whether the page was left: it may ask the user first. */
  async back(): Promise<boolean> {
    const { alertBeforeLeaving } = this.top;
    if (this.#pages.length === 1) return false;
    if (alertBeforeLeaving !== undefined) {
      const { confirm } = await shell.showModal({ content: alertBeforeLeaving });
      if (!confirm) return false;
    }
    this.#pages.pop()?.unload();
    this.top.show();
    this.showWindow();
    return true;
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
    const navigation = {
      title: config.navigationBarTitleText ?? '',
      background: color(config.navigationBarBackgroundColor ?? '#000000'),
      text: color(config.navigationBarTextStyle ?? 'white'),
      canGoBack: this.#pages.length > 1,
    };
    shell.showNavigation(navigation, Boolean(config.enablePullDownRefresh));
  }

  #parse(url: string): { path: string; query: Record<string, string> } {
    const from = this.#pages.at(-1)?.path ?? '';
    const { pathname, search } = new URL(url, `http://phone/${from}`);
    const path = pathname.slice(1);
    if (!this.program.app.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    // WeChat does not decode them either.
    const fields = search.slice(1).split('&').filter(Boolean);
    return { path, query: Object.fromEntries(fields.map((field) => field.split(/=(.*)/s, 2))) };
  }

  #push(path: string, query: Record<string, string>): void {
    const { app, configs, styles } = this.program;
    const config = { ...app.window, ...configs[path] };
    const page = new Page(path, config, this.engine.createPage(path), styles[path]);
    this.#pages.push(page);
    page.open(query);
    this.showWindow();
  }

  /** WeChat calls `onReachBottom` once for each bottom; this calls it whenever the page is scrolled there. */
  #notifyAtBottom(): void {
    const { config, instance } = this.top;
    const { scrollHeight, clientHeight } = document.documentElement;
    const left = scrollHeight - clientHeight - window.scrollY;
    if (left <= (config.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE)) instance.onReachBottom?.();
  }
}
