import * as glassEasel from 'glass-easel';

/**
 * WeChat's built-in components are elements of the DOM here: `view` and `text` unknown ones that only
 * need a style, `button`, `input` and `textarea` those of HTML. This sets their attributes as WeChat means them.
 */
export function adaptNativeNodes(): void {
  glassEasel.NativeNode.prototype.updateAttribute = function (name, value) {
    setAttribute(this.$$ as unknown as HTMLElement, name, value);
  };
  document.addEventListener('keydown', pressWithKey);
  document.addEventListener('keydown', moveBetweenTabs);
  document.addEventListener('click', tapWithoutPointer);
}

function setAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (name === 'aria-role') {
    setAttribute(element, 'role', value);
    if (PRESSABLE.test(String(value))) element.tabIndex = 0;
  } else if (name === 'value') {
    const field = element as HTMLInputElement;
    const text = String(value ?? '');
    // Setting the same text would still move the cursor.
    if (field.value !== text) field.value = text;
  } else if (value === undefined || value === null) {
    element.removeAttribute(name);
  } else if (typeof value === 'boolean' && !name.startsWith('aria-')) {
    element.toggleAttribute(name, value);
  } else {
    element.setAttribute(name, String(value));
  }
}

/** Roles that a keyboard must reach, whatever the element. */
const PRESSABLE = /^(button|checkbox|link|radio|switch|tab)$/;

/** The detail that WeChat gives with an event of the DOM. */
export function detailOf(target: glassEasel.Element, type: string, detail: unknown): unknown {
  if (type !== 'input') return detail;
  const { value } = target.$$ as unknown as HTMLInputElement;
  return { value };
}

function pressWithKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.repeat || !(target instanceof HTMLElement)) return;
  if (target.matches('[tabindex]:not(button)') && (key === 'Enter' || key === ' ')) {
    event.preventDefault();
    target.click();
  }
}

/** The arrow keys move the focus to the tab before or after, and choose it. */
function moveBetweenTabs({ target, key }: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (!step || !(target instanceof HTMLElement) || target.role !== 'tab') return;
  const tabs = [...(target.closest('[role=tablist]')?.querySelectorAll('[role=tab]') ?? [])];
  const next = tabs.at((tabs.indexOf(target) + step) % tabs.length) as HTMLElement | undefined;
  next?.focus();
  next?.click();
}

/** The engine makes a `tap` of a mouse or a finger; a click by keyboard or screen reader has neither. */
function tapWithoutPointer({ target, detail }: MouseEvent): void {
  if (detail > 0 || !(target instanceof HTMLElement)) return;
  const { __wxElement: node } = target as { __wxElement?: glassEasel.Element };
  const { x, y } = target.getBoundingClientRect();
  node?.triggerEvent('tap', { x, y }, { bubbles: true, composed: true });
}
