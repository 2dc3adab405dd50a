/**
 * Runs in the phone: every text, and every shape that tells a state, whose colour is too close to what it
 * stands on. A text needs 4.5 : 1, a switch 3 : 1.
 */
export function tooFaint(): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number];

  const parse = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const mix = (over: Colour, under: Colour): Colour => {
    const channel = (index: 0 | 1 | 2) => over[index] * over[3] + under[index] * (1 - over[3]);
    return [channel(0), channel(1), channel(2), 1];
  };
  const luminance = (colour: Colour) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const value = Number(colour[index]) / 255;
      return sum + weight * (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    }, 0);
  const ratio = (a: Colour, b: Colour) => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (element: Element | null): Colour => {
    if (!element) return parse(getComputedStyle(document.documentElement).backgroundColor);
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour : mix(colour, groundOf(element.parentElement));
  };

  const faint: string[] = [];
  const check = (element: Element, colour: string, ground: Colour, least: number, what: string) => {
    const found = ratio(mix(parse(colour), ground), ground);
    if (found < least) faint.push(`${found.toFixed(2)} ${what} ${element.className}`);
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('[disabled]')) continue;
    const text = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent?.trim())
      .join('');
    if (text) {
      check(element, getComputedStyle(element).color, groundOf(element), 4.5, text);
    }
    if (element.matches('input:not([type=radio]), textarea')) {
      check(element, getComputedStyle(element).color, groundOf(element), 4.5, 'value');
      const placeholder = getComputedStyle(element, '::placeholder').color;
      check(element, placeholder, groundOf(element), 4.5, 'placeholder');
    }
    if (element.getAttribute('role') === 'switch') {
      const [track, knob] = element.querySelectorAll('view');
      if (!track || !knob) continue;
      const { backgroundColor } = getComputedStyle(track);
      check(element, backgroundColor, groundOf(element), 3, 'track');
      check(element, getComputedStyle(knob).backgroundColor, parse(backgroundColor), 3, 'knob');
    }
  }
  return faint;
}
