import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../preview/chromium';
import { type Demo, type DemoOptions, startDemo } from '../../preview/demo';

export interface View {
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/**
 * A demo in a browser. To be called at the top of a file of tests: each of them begins anew, and none may log
 * an error.
 */
export function useStage(options: Omit<DemoOptions, 'port'> = {}) {
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
      // And the engine's on components to which those of WeUI would relate, if a page had them.
      const expected = /^(Failed to load resource|the target of relation)/.test(message.text());
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
    /** The page around the phone. */
    get page() {
      return page;
    },
    /** What is on the phone's screen, below the navigation bar. */
    get phone() {
      return page.frameLocator('iframe');
    },
    /** Opens the demo, once the service is as the test wants it. */
    async open({ colorScheme = 'light', viewport = { width: 1000, height: 900 } }: View = {}) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto(demo.url);
    },
    /** The title in the navigation bar. */
    title: (words: string) => page.getByRole('heading', { level: 1, name: words }),
    /** Chooses in the panel. */
    choose: (label: string) => page.getByRole('radio', { name: label, exact: true }).check(),
    /** Runs where the mini program runs. */
    inPhone<Result>(work: (() => Result) | string): Promise<Result> {
      const frame = page.frames().find((each) => each.url().endsWith('/phone.html'));
      if (!frame) throw new Error('the phone is not there');
      return frame.evaluate(work);
    },
  };
}
