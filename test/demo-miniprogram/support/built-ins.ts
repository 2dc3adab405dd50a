// miniprogram-simulate's own built-in tags know no attributes: these show what they are given, so
// that tests see what a user, or a screen reader, would.
const SHOWN = ['Role', 'Label', 'Selected', 'Checked', 'Disabled', 'Hidden'].map(
  (name) => `aria${name}`,
);

const CONTROLS: Record<string, readonly string[]> = {
  view: [],
  text: [],
  button: ['disabled', 'loading'],
  input: ['disabled', 'value', 'maxlength'],
  textarea: ['disabled', 'value', 'maxlength'],
};

export function registerBuiltIns(): void {
  const { register }: { register(definition: object): void } = require('j-component');
  for (const [tag, attributes] of Object.entries(CONTROLS)) {
    const names = [...SHOWN, ...attributes];
    const properties = Object.fromEntries(names.map((name) => [name, shown(name)]));
    register({ id: tag, tagName: `wx-${tag}`, template: '<slot/>', properties });
  }
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
