/** How far a finger pulls before its letting go refreshes, and how far the page then stays down. */
const THRESHOLD = 50;
const FURTHEST = 90;

/** Pulling the page down with a finger or the mouse; `phone.html` has the dots that show above it. */
export class PullDown {
  #startY: number | undefined;
  #pulled = 0;
  #refreshing = false;

  constructor(
    readonly enabled: () => boolean,
    readonly refresh: () => void,
  ) {
    document.addEventListener('pointerdown', ({ clientY }) => {
      const begins = !this.#refreshing && window.scrollY === 0 && enabled();
      this.#startY = begins ? clientY : undefined;
    });
    document.addEventListener('pointermove', ({ clientY, buttons }) => {
      if (buttons > 0) this.#move(clientY);
      else this.#end();
    });
    document.addEventListener('pointerup', () => this.#end());
    document.addEventListener('pointercancel', () => this.#end());
    // The browser would scroll, and take the finger for itself.
    const keepFinger = (event: Event) => {
      if (this.#pulled > 0 && event.cancelable) event.preventDefault();
    };
    document.addEventListener('touchmove', keepFinger, { passive: false });
  }

  /** As if a finger had done it. */
  start(): void {
    if (this.#refreshing || !this.enabled()) return;
    this.#refreshing = true;
    window.scrollTo(0, 0);
    this.#show(THRESHOLD);
    this.refresh();
  }

  stop(): void {
    this.#refreshing = false;
    this.#startY = undefined;
    this.#pulled = 0;
    this.#show(0);
  }

  #move(y: number): void {
    if (this.#startY === undefined) return;
    this.#pulled = Math.max(0, Math.min((y - this.#startY) / 2, FURTHEST));
    this.#show(this.#pulled);
  }

  #end(): void {
    if (this.#startY === undefined) return;
    const far = this.#pulled >= THRESHOLD;
    this.#startY = undefined;
    this.#pulled = 0;
    if (far) this.start();
    else this.#show(0);
  }

  #show(distance: number): void {
    const { classList, style } = document.body;
    classList.toggle('pulling', this.#startY !== undefined);
    classList.toggle('refreshing', this.#refreshing);
    style.setProperty('--pulled', `${distance}px`);
  }
}
