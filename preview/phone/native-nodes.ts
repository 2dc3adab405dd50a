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
  document.addEventListener('click', tapWithoutPointer);
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    document.addEventListener(type, showPressed, { passive: true });
  }
}

function setAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (name === 'aria-role') {
    setAttribute(element, 'role', value);
    if (PRESSABLE.test(String(value))) element.tabIndex = 0;
  } else if (isField(element) && name in FIELD_ATTRIBUTES) {
    FIELD_ATTRIBUTES[name]?.(element, value);
  } else if (value === undefined || value === null) {
    element.removeAttribute(name);
  } else if (name.startsWith('aria-')) {
    element.setAttribute(name, String(value));
  } else if (typeof value === 'boolean') {
    element.toggleAttribute(name, value);
  } else {
    element.setAttribute(name, String(value));
  }
}

/** Roles that a keyboard must reach, whatever the element. */
const PRESSABLE = /^(button|checkbox|link|radio|switch|tab)$/;

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(element: unknown): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

const FIELD_ATTRIBUTES: Record<string, (field: Field, value: unknown) => void> = {
  value: (field, value) => {
    const text = String(value ?? '');
    // Setting the same text would still move the cursor.
    if (field.value !== text) field.value = text;
  },
  maxlength: (field, value) => {
    const length = Number(value);
    if (length >= 0) field.maxLength = length;
    else field.removeAttribute('maxlength');
  },
};

/** The detail that WeChat gives with an event of the DOM. */
export function detailOf(target: glassEasel.Element, type: string, detail: unknown): unknown {
  const field = target.$$ as unknown;
  return isField(field) && type === 'input' ? { value: field.value } : detail;
}

function pressWithKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.repeat || !(target instanceof HTMLElement)) return;
  if (target.matches('[tabindex]:not(button)') && (key === 'Enter' || key === ' ')) {
    event.preventDefault();
    target.click();
  }
}

/** The engine makes a `tap` of a mouse or a finger; a click by keyboard or screen reader has neither. */
function tapWithoutPointer({ target, detail }: MouseEvent): void {
  if (detail > 0 || !(target instanceof HTMLElement)) return;
  const { x, y } = target.getBoundingClientRect();
  nodeOf(target)?.triggerEvent('tap', { x, y }, { bubbles: true, composed: true });
}

let pressed: glassEasel.Element | undefined;

/** `hover-class`, while a finger or the mouse is down on an element. */
function showPressed({ type, target }: Event): void {
  const togglePressed = (on: boolean) => {
    const name = (pressed?.$$ as unknown as HTMLElement | undefined)?.getAttribute('hover-class');
    if (name && name !== 'none') pressed?.toggleNodeClass(name, on);
  };
  togglePressed(false);
  const element =
    type === 'pointerdown' && target instanceof HTMLElement
      ? target.closest<HTMLElement>('[hover-class]:not([disabled])')
      : null;
  pressed = element ? nodeOf(element) : undefined;
  togglePressed(true);
}

function nodeOf(element: HTMLElement): glassEasel.Element | undefined {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    const { __wxElement: node } = each as { __wxElement?: glassEasel.Element };
    if (node) return node;
  }
  return undefined;
}
