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
        // The demo's pseudo-elements are lines and marks beside a text, never its background.
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

/** Runs in the browser: the switches and placeholders, which axe passes over, that are too faint. */
function faintParts(): string[] {
  const { Color, flattenColors, getContrast, getOwnBackgroundColor } = axe.commons.color;
  const colorOf = (css: string) => new Color().parseString(css);
  const groundOf = (element: Any): Any => {
    const color = getOwnBackgroundColor(getComputedStyle(element));
    return color.alpha === 1 ? color : flattenColors(color, groundOf(element.parentElement));
  };
  const faint: string[] = [];
  const check = (element: Element, ground: Any, color: Any, least: number) => {
    const contrast = getContrast(ground, color);
    if (contrast < least) faint.push(`${element.outerHTML}: ${contrast}`);
  };
  for (const element of document.querySelectorAll('[role=switch] > *, [placeholder]')) {
    if (!element.checkVisibility()) continue;
    const ground = groundOf(element);
    if (element.matches('[placeholder]')) {
      check(element, ground, colorOf(getComputedStyle(element, '::placeholder').color), 4.5);
    } else {
      // The element is the track, on which the knob is drawn.
      check(element, groundOf(element.parentElement), ground, 3);
      check(element, ground, colorOf(getComputedStyle(element, '::after').backgroundColor), 3);
    }
  }
  return faint;
}
