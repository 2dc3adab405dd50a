/** How far a finger pulls before its letting go refreshes, and how far the page then stays down. */
const THRESHOLD = 50;
const FURTHEST = 90;

interface PullDownOptions {
  enabled(): boolean;
  refresh(): void;
}

/** Pulling the page down with a finger or the mouse, and the dots that show above it. */
export class PullDown {
  readonly #options: PullDownOptions;
  readonly #dots = document.createElement('div');
  #startY: number | undefined;
  #pulled = 0;
  #refreshing = false;

  constructor(options: PullDownOptions) {
    this.#options = options;
    this.#dots.className = 'pull-down-dots';
    this.#dots.setAttribute('aria-hidden', 'true');
    this.#dots.append(...Array.from({ length: 3 }, () => document.createElement('i')));
    document.body.prepend(this.#dots);

    document.addEventListener('touchstart', ({ touches }) => this.#begin(touches[0]));
    document.addEventListener('touchmove', (event) => this.#move(event, event.touches[0]), {
      passive: false,
    });
    document.addEventListener('touchend', () => this.#end());
    document.addEventListener('touchcancel', () => this.#end());
    document.addEventListener('mousedown', (event) => this.#begin(event));
    document.addEventListener('mousemove', (event) => {
      if (event.buttons > 0) this.#move(event, event);
      else this.#end();
    });
    document.addEventListener('mouseup', () => this.#end());
  }

  /** As if a finger had done it. */
  start(): void {
    if (this.#refreshing || !this.#options.enabled()) return;
    this.#refreshing = true;
    window.scrollTo(0, 0);
    this.#show(THRESHOLD);
    this.#options.refresh();
  }

  stop(): void {
    this.#refreshing = false;
    this.#startY = undefined;
    this.#show(0);
  }

  setDots(style: string): void {
    this.#dots.dataset.style = style;
  }

  #begin(point: { clientY: number } | undefined): void {
    if (this.#refreshing || window.scrollY > 0 || !this.#options.enabled()) return;
    this.#startY = point?.clientY;
  }

  #move(event: Event, point: { clientY: number } | undefined): void {
    if (this.#startY === undefined || !point) return;
    const distance = point.clientY - this.#startY;
    if (distance <= 0 && this.#pulled === 0) return;
    if (event.cancelable) event.preventDefault();
    this.#pulled = Math.max(0, Math.min(distance / 2, FURTHEST));
    document.body.dataset.pulling = '';
    this.#show(this.#pulled);
  }

  #end(): void {
    if (this.#startY === undefined) return;
    const far = this.#pulled >= THRESHOLD;
    this.#startY = undefined;
    this.#pulled = 0;
    delete document.body.dataset.pulling;
    if (far) this.start();
    else this.#show(0);
  }

  #show(distance: number): void {
    document.body.style.setProperty('--pulled', `${distance}px`);
    this.#dots.classList.toggle('moving', this.#refreshing);
  }
}
