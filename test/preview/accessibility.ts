import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Any } from '../support/any';

/** In the browser. */
declare const axe: Any;

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa'],
  resultTypes: ['violations', 'incomplete'],
  checks: {
    'color-contrast': {
      options: {
        // Large text needs the same contrast as small text.
        contrastRatio: { large: { expected: 4.5 } },
        // A single digit is a text, too.
        ignoreLength: true,
        // Those of the demo are lines and marks beside a text, never its background.
        ignorePseudo: true,
      },
    },
  },
};

/** What breaks WCAG 2 A or AA on the page, the phone's screen included. */
export async function barriers(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    await frame.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  }
  const { violations, incomplete }: AxeResults = await page.evaluate(
    (options) => axe.run(options),
    OPTIONS,
  );
  // A contrast that axe cannot determine is one that nobody has checked.
  const unknown = incomplete.filter(({ id }) => id === 'color-contrast');
  const problems = [...violations, ...unknown].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
  const faint = await Promise.all(page.frames().map((frame) => frame.evaluate(faintParts)));
  return [...problems, ...faint.flat()];
}

/** Runs in the browser: the switches and placeholders that are too faint, which axe passes over. */
function faintParts(): string[] {
  const { Color, flattenColors, getContrast, getOwnBackgroundColor } = axe.commons.color;
  const visible = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const groundOf = (element: Element): Any => {
    const color = getOwnBackgroundColor(getComputedStyle(element));
    const { parentElement } = element;
    if (color.alpha === 1 || !parentElement) return color;
    return flattenColors(color, groundOf(parentElement));
  };

  const faint: string[] = [];
  const check = (what: string, ground: Any, color: Any, least: number) => {
    const contrast = getContrast(ground, color);
    if (contrast < least) faint.push(`${what}: ${contrast.toFixed(2)}`);
  };
  for (const toggle of visible('[role=switch]')) {
    const track = groundOf(toggle.firstElementChild ?? toggle);
    const knob = getComputedStyle(toggle.firstElementChild ?? toggle, '::after').backgroundColor;
    check(`track of ${toggle.ariaLabel}`, groundOf(toggle), track, 3);
    check(`knob of ${toggle.ariaLabel}`, track, new Color().parseString(knob), 3);
  }
  for (const field of visible('[placeholder]')) {
    const color = new Color().parseString(getComputedStyle(field, '::placeholder').color);
    check(`placeholder of ${field.ariaLabel}`, groundOf(field), color, 4.5);
  }
  return faint;
}
