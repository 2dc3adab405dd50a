import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium } from '../../preview/chromium';
import { type Demo, type DemoOptions, startDemo } from '../../preview/demo';
import type { Emulator } from '../../server/emulator';

interface View {
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/** A demo in a browser. */
export interface Stage {
  readonly emulator: Emulator;
  /** The page around the phone. */
  readonly page: Page;
  /** What is on the phone's screen, below the navigation bar. */
  readonly phone: FrameLocator;
  /** Opens the demo, once the service is as the test wants it. */
  open(view?: View): Promise<void>;
  /** Chooses in the panel. */
  choose(label: string): Promise<void>;
  /** Runs where the mini program runs. */
  inPhone<Result>(work: (() => Result) | string): Promise<Result>;
}

/** To be called at the top of a file of tests. Each of them begins anew, and none may log an error. */
export function useStage(options: Omit<DemoOptions, 'port'> = {}): Stage {
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    demo = await startDemo({ ...options, port: 0 });
    browser = await launchChromium();
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      timezoneId: 'Asia/Shanghai',
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => errors.push(String(error.stack)));
    page.on('console', (message) => {
      // The browser's own line on an answer that is an error: that is what some tests want.
      const expected = message.text().startsWith('Failed to load resource');
      if (/^(error|warning)$/.test(message.type()) && !expected) errors.push(message.text());
    });
  }, 60_000);
  afterEach(async () => {
    await page.goto('about:blank');
    demo.emulator.reset();
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  return {
    get emulator() {
      return demo.emulator;
    },
    get page() {
      return page;
    },
    get phone() {
      return page.frameLocator('iframe');
    },
    async open({ colorScheme = 'light', viewport = { width: 1000, height: 900 } } = {}) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto(demo.url);
    },
    choose: (label) => page.getByRole('radio', { name: label, exact: true }).check(),
    inPhone(work) {
      const frame = page.frames().find((each) => each.url().endsWith('/phone.html'));
      if (!frame) throw new Error('the phone is not there');
      return frame.evaluate(work);
    },
  };
}
