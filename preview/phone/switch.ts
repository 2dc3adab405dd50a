import type * as glassEasel from 'glass-easel';

/** WeChat's `switch`: one of HTML, so that keyboards, labels and screen readers know it. */
export function defineSwitch(space: glassEasel.ComponentSpace) {
  return (
    space
      .define('switch')
      .property('checked', Boolean)
      .property('disabled', Boolean)
      .property('color', { type: String, value: '' })
      // The input below has the role; what is written on the component must not make a second one.
      .property('ariaRole', String)
      .property('ariaLabel', String)
      .property('ariaChecked', String)
      .init(({ self, lifetime, observer }) => {
        const input = document.createElement('input');
        input.type = 'checkbox';
        input.setAttribute('role', 'switch');
        lifetime('attached', () => (self.$$ as unknown as HTMLElement).append(input));
        observer(['checked', 'disabled', 'color', 'ariaLabel'], () => {
          const { checked, disabled, color, ariaLabel } = self.data;
          input.checked = checked;
          input.disabled = disabled;
          input.ariaLabel = ariaLabel || null;
          input.style.setProperty('--switch-color', color || null);
        });
        input.addEventListener('keydown', (event) => {
          if (event.key === 'Enter') input.click();
        });
        input.addEventListener('change', (event) => {
          event.stopPropagation();
          // As WeChat's, it moves by itself: the page's data does not follow on its own.
          self.setData({ checked: input.checked });
          self.triggerEvent('change', { value: input.checked });
        });
      })
      .registerComponent()
  );
}
