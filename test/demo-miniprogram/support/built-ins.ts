// miniprogram-simulate's own built-in tags know no attributes: these show what they are given, so
// that tests see what a user, or a screen reader, would.
const TAGS = ['view', 'text', 'button', 'input', 'textarea'];
const ARIA = ['Role', 'Label', 'Selected', 'Checked', 'Disabled', 'Hidden'];
const SHOWN = [...ARIA.map((name) => `aria${name}`), 'disabled', 'value'];

export function registerBuiltIns(): void {
  const { register }: { register(definition: object): void } = require('j-component');
  const properties = Object.fromEntries(SHOWN.map((name) => [name, shown(name)]));
  for (const id of TAGS) register({ id, tagName: `wx-${id}`, template: '<slot/>', properties });
}

/** A property that shows as an attribute. */
function shown(property: string) {
  const attribute = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    type: null,
    observer(this: { $$: HTMLElement }, value: unknown) {
      if (value === false || value === undefined || value === '') {
        this.$$.removeAttribute(attribute);
      } else this.$$.setAttribute(attribute, String(value));
    },
  };
}
