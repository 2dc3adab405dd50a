import type { Root } from 'glass-easel-miniprogram-adapter';
import type { WindowConfig } from './program';

/** A page as its author knows it: `this` of its methods, of which it may have any. */
type PageInstance = Partial<Record<string, (query?: Record<string, string>) => void>>;

/** A page of the stack, with an element of its own. */
export class Page {
  /** What leaving asks, if it does. */
  alertBeforeLeaving: string | undefined;
  readonly instance: PageInstance;
  readonly element: HTMLElement;
  #scrollTop = 0;

  constructor(
    readonly path: string,
    readonly root: Root,
    readonly config: WindowConfig,
    readonly style: HTMLStyleElement,
  ) {
    this.instance = root.get() as unknown as PageInstance;
    this.element = root.getComponent().$$ as unknown as HTMLElement;
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
    this.style.disabled = false;
    this.element.hidden = false;
    window.scrollTo(0, this.#scrollTop);
    this.instance.onShow?.();
  }

  /** A page that is covered keeps its state; its style must not reach the one above. */
  hide(): void {
    this.#scrollTop = window.scrollY;
    this.style.disabled = true;
    this.element.hidden = true;
    this.instance.onHide?.();
  }

  unload(): void {
    this.instance.onUnload?.();
    this.root.release();
    this.element.remove();
    this.style.remove();
  }
}
