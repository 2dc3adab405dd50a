export interface Rendered {
  dom: HTMLElement;
  instance: Instance;
  attach(parent: HTMLElement): void;
  detach(): void;
}

/** The life of a page, as WeChat drives it. */
interface Instance {
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>): void;
  onLoad(query: Record<string, string>): void;
  onShow?(): void;
  onHide(): void;
  onUnload(): void;
  onPullDownRefresh(): void;
  onReachBottom(): void;
  onShareAppMessage(): { title: string; path: string };
}

type Element = HTMLElement & { __wxElement: object };

/** A page of the demo on the screen, beside the real service on this machine. */
export class PageUnderTest {
  /** What each `setData` sent to the view. */
  readonly sent: Record<string, unknown>[] = [];
  private left = false;

  readonly instance: Instance;

  constructor(
    private readonly rendered: Rendered,
    query: Record<string, string>,
  ) {
    const { instance } = rendered;
    this.instance = instance;
    const setData = instance.setData.bind(instance);
    instance.setData = (data) => {
      this.sent.push(structuredClone(data));
      setData(data);
    };
    rendered.attach(document.body);
    instance.onLoad(query);
    instance.onShow?.();
  }

  get element(): HTMLElement {
    return this.rendered.dom;
  }

  leave(): void {
    if (this.left) return;
    this.left = true;
    this.instance.onUnload();
    // What is left of it in WeChat, too, takes no data any more.
    this.instance.setData = () => {};
    this.rendered.detach();
  }

  /** All that can be read on the screen. */
  get text(): string {
    return textOf(this.rendered.dom);
  }

  /** Elements by role and, where given, by what they are called or say. */
  all(role: string, name?: string): Element[] {
    const found = this.rendered.dom.querySelectorAll<Element>(
      SELECTORS[role] ?? `[aria-role=${role}]`,
    );
    return [...found].filter((element) => name === undefined || nameOf(element).includes(name));
  }

  get(role: string, name?: string): Element {
    const [first, ...others] = this.all(role, name);
    if (!first) throw new Error(`no ${role} ${name ?? ''} in: ${this.text}`);
    if (others.length > 0) throw new Error(`several ${role} ${name ?? ''} in: ${this.text}`);
    return first;
  }

  /** The row of the queue with this name. */
  row(name: string): Row {
    const title = this.titles.find(({ textContent }) => textContent === name);
    if (!title) throw new Error(`no row ${name} in: ${this.text}`);
    return new Row(title.closest('[aria-role=listitem]') as HTMLElement);
  }

  /** The names in the order of the screen. */
  get names(): string[] {
    return this.titles.map(({ textContent }) => textContent ?? '');
  }

  private get titles(): HTMLElement[] {
    return [...this.rendered.dom.querySelectorAll<HTMLElement>('.main--name')];
  }

  press(role: string, name?: string): void {
    press(this.get(role, name));
  }
}

const SELECTORS: Record<string, string> = {
  button: 'wx-button:not([aria-role]), wx-button[aria-role=button]',
  textbox: 'wx-input:not([aria-role]), wx-textarea',
};

class Row {
  constructor(readonly element: HTMLElement) {}

  get switch(): Element {
    return this.element.querySelector('[aria-role=switch]') as Element;
  }

  get text(): string {
    return textOf(this.element);
  }

  get isOn(): boolean {
    return this.switch.hasAttribute('aria-checked');
  }

  get isBusy(): boolean {
    return this.switch.hasAttribute('aria-disabled');
  }

  get tag(): string {
    return this.element.querySelector('.main--tag')?.textContent ?? '';
  }

  flip(): void {
    press(this.switch);
  }

  press(name: string): void {
    const buttons = [...this.element.querySelectorAll<Element>('wx-button')];
    press(buttons.find((button) => nameOf(button).includes(name)) as Element);
  }
}

/** A finger on a button or a switch. */
export function press(element: Element): void {
  if (!element.hasAttribute('disabled')) dispatch(element, 'tap', {});
}

/** A text typed in place of what a field holds. */
export function type(element: Element, value: string): void {
  if (element.hasAttribute('disabled')) return;
  element.setAttribute('value', value);
  dispatch(element, 'input', { value });
}

function dispatch(element: Element, name: string, detail: object): void {
  const { Event } = require('miniprogram-exparser') as typeof import('miniprogram-exparser');
  const event = Event.create(name, detail, { bubbles: true, capturePhase: true, composed: true });
  Event.dispatchEvent(element.__wxElement, event);
}

const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? textOf(element);

/** Pieces of text with a blank between, as they stand apart on the screen. */
function textOf(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent?.trim() ?? '');
  return pieces.filter(Boolean).join(' ');
}
