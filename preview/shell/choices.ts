import { element } from './element';

/** Fills the element with radio buttons. One that is chosen already can be chosen again. */
export function choices(
  selector: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: (value: string) => void,
) {
  const inputs = options.map(([value, label]) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: selector, value });
    // A browser would otherwise restore what was chosen before a reload.
    input.autocomplete = 'off';
    input.addEventListener('click', () => chosen(value));
    const text = document.createElement('span');
    text.textContent = label;
    const choice = document.createElement('label');
    choice.append(input, text);
    element(selector).append(choice);
    return input;
  });
  return {
    /** Marks one as chosen, or none, without telling. */
    choose(value: string): void {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
