import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../preview/chromium';
import { type Demo, startDemo } from '../../preview/demo';

interface View {
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/**
 * A demo in a browser. To be called at the top of a test file: each test starts afresh, and fails when the page
 * logs an error.
 */
export function useStage() {
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    demo = await startDemo();
    browser = await launchChromium();
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      timezoneId: 'Asia/Shanghai',
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => errors.push(String(error.stack)));
    page.on('console', (message) => {
      // The browser's own line about an error response, which some tests cause on purpose.
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
    /** The page around the phone. */
    get page() {
      return page;
    },
    /** What is on the phone's screen, below the navigation bar. */
    get phone() {
      return page.frameLocator('iframe');
    },
    /** Opens the demo, once the service is as the test wants it, and waits for the list. */
    async open({ colorScheme = 'light', viewport = { width: 1000, height: 900 } }: View = {}) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto(demo.url);
      await page.frameLocator('iframe').getByRole('listitem').first().waitFor();
    },
    /** The title in the navigation bar. */
    title: (words: string) => page.getByRole('heading', { level: 1, name: words }),
    /** Chooses in the panel. */
    choose: (name: string, label: string) =>
      page.getByRole('combobox', { name }).selectOption({ label }),
    clipboard: () => page.evaluate<string>('navigator.clipboard.readText()'),
    /** Runs where the mini program runs. */
    inPhone<Result>(work: (() => Result) | string): Promise<Result> {
      const frame = page.frames().find((each) => each.url().endsWith('/phone.html'));
      if (!frame) throw new Error('the phone is not there');
      return frame.evaluate(work);
    },
  };
}
