export interface Rendered {
  dom: HTMLElement;
  /** The page with the methods that WeChat calls. */
  instance: WechatMiniprogram.Page.ILifetime & { setData(data: object): void };
  attach(parent: HTMLElement): void;
  detach(): void;
}

type Element = HTMLElement & { __wxElement: object };

const SELECTORS: Record<string, string> = {
  button: 'wx-button, [aria-role=button]',
  textbox: 'wx-input, wx-textarea',
};

/** A part of the screen, as a user or a screen reader perceives it. */
class Part {
  constructor(readonly element: HTMLElement) {}

  get text(): string {
    return textOf(this.element);
  }

  /** Elements by role and, where given, by a part of their label or text. */
  all(role: string, name = ''): Element[] {
    const selector = SELECTORS[role] ?? `[aria-role=${role}]`;
    const found = [...this.element.querySelectorAll<Element>(selector)];
    return found.filter((each) => (each.getAttribute('aria-label') ?? textOf(each)).includes(name));
  }

  get(role: string, name?: string): Element {
    const [first, ...others] = this.all(role, name);
    if (!first || others.length > 0) {
      throw new Error(`${first ? 'several' : 'no'} ${role} ${name ?? ''} in: ${this.text}`);
    }
    return first;
  }

  /** Whether a switch is on, or a checkbox chosen. */
  isChecked(role: string, name?: string): boolean {
    return this.get(role, name).hasAttribute('aria-checked');
  }

  canPress(button: string): boolean {
    return !this.get('button', button).hasAttribute('disabled');
  }

  press(role: string, name?: string): void {
    const element = this.get(role, name);
    if (!element.hasAttribute('disabled')) dispatch(element, 'tap', {});
  }

  typedIn(field: string): string {
    return this.get('textbox', field).getAttribute('value') ?? '';
  }

  /** Types a text in place of what the field holds. */
  type(field: string, value: string): void {
    const element = this.get('textbox', field);
    element.setAttribute('value', value);
    dispatch(element, 'input', { value });
  }

  leaveField(field: string): void {
    dispatch(this.get('textbox', field), 'blur', {});
  }
}

/** A page of the demo on the screen. */
export class PageUnderTest extends Part {
  readonly instance: Rendered['instance'];

  constructor(
    private readonly rendered: Rendered,
    query: Record<string, string>,
  ) {
    super(rendered.dom);
    this.instance = rendered.instance;
    rendered.attach(document.body);
    this.instance.onLoad(query);
    this.instance.onShow?.();
  }

  leave(): void {
    this.instance.onUnload?.();
    // In WeChat, too, a page that was left no longer takes data.
    this.instance.setData = () => {};
    this.rendered.detach();
  }

  get tabs(): string[] {
    return this.all('tab').map(textOf);
  }

  get rows(): Row[] {
    return this.all('listitem').map((element) => new Row(element));
  }

  /** The names in the order of the screen. */
  get names(): string[] {
    return this.rows.map(({ name }) => name);
  }

  /** The row of the queue with this name. */
  row(name: string): Row {
    const found = this.rows.find((row) => row.name === name);
    if (!found) throw new Error(`no row ${name} in: ${this.text}`);
    return found;
  }
}

class Row extends Part {
  get name(): string {
    return this.element.querySelector('.main--name')?.textContent ?? '';
  }

  get isOn(): boolean {
    return this.isChecked('switch');
  }

  get isBusy(): boolean {
    return this.get('switch').hasAttribute('aria-disabled');
  }

  /** Whether the queue runs, and no change of it is under way. */
  get isRunning(): boolean {
    return this.isOn && !this.isBusy;
  }
}

function dispatch(element: Element, name: string, detail: object): void {
  const { Event } = require('miniprogram-exparser');
  const event = Event.create(name, detail, { bubbles: true, capturePhase: true, composed: true });
  Event.dispatchEvent(element.__wxElement, event);
}

/** The pieces of text, separated by blanks as they are apart on the screen. */
function textOf(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent?.trim() ?? '');
  return pieces.filter(Boolean).join(' ');
}
