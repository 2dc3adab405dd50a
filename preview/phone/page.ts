import type { Root } from 'glass-easel-miniprogram-adapter';
import type { WindowConfig } from './program';
import { addStyle } from './styles';

/** A page of the stack, with an element and a style sheet of its own. */
export class Page {
  /** What the user is asked before the page is left, if anything. */
  alertBeforeLeaving: string | undefined;
  /** `this` of the page's methods, of which it may have any. */
  readonly instance: Partial<Record<string, (query?: Record<string, string>) => void>>;
  readonly #element: HTMLElement;
  readonly #style: HTMLStyleElement;
  #scrollTop = 0;
  #focused: HTMLElement | undefined;

  constructor(
    readonly path: string,
    readonly config: WindowConfig,
    private readonly root: Root,
    css?: string,
  ) {
    this.instance = root.get() as object;
    this.#element = root.getComponent().$$ as unknown as HTMLElement;
    this.#style = addStyle(css);
  }

  open(query: Record<string, string>): void {
    this.instance.onLoad?.(query);
    const placeholder = document.createElement('div');
    document.body.append(placeholder);
    this.root.attach(document.body as never, placeholder as never);
    this.show();
    this.instance.onReady?.();
  }

  show(): void {
    this.#style.disabled = false;
    this.#element.hidden = false;
    window.scrollTo(0, this.#scrollTop);
    this.#focused?.focus({ preventScroll: true });
    this.instance.onShow?.();
  }

  /** A page that is covered keeps its state; its style must not reach the one above. */
  hide(): void {
    this.#scrollTop = window.scrollY;
    this.#focused = document.activeElement as HTMLElement;
    this.#style.disabled = true;
    this.#element.hidden = true;
    this.instance.onHide?.();
  }

  unload(): void {
    this.instance.onUnload?.();
    // As in WeChat, a page that was left takes no more data.
    this.instance.setData = () => {};
    this.root.release();
    this.#element.remove();
    this.#style.remove();
  }
}
