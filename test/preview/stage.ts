/** A demo in a browser, fresh for each test of a file that imports this. A test fails when the page logs an error. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium } from '../../preview/chromium';
import { type Demo, startDemo } from '../../preview/demo';
import type { Emulator } from '../../server/emulator';

interface View {
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

export let emulator: Emulator;
/** The page around the phone. */
export let page: Page;
/** What is on the phone's screen, below the navigation bar. */
export let phone: FrameLocator;
let demo: Demo;
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  demo = await startDemo();
  emulator = demo.emulator;
  browser = await launchChromium();
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    timezoneId: 'Asia/Shanghai',
  });
  page = await context.newPage();
  phone = page.frameLocator('iframe');
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
  emulator.reset();
  expect(errors.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** Opens the demo, once the service is as the test wants it, and waits for the list. */
export async function open({
  colorScheme = 'light',
  viewport = { width: 1000, height: 900 },
}: View = {}) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  await page.goto(demo.url);
  await phone.getByRole('listitem').first().waitFor();
}

/** The title in the navigation bar. */
export const title = (words: string) => page.getByRole('heading', { level: 1, name: words });

/** Chooses in the panel. */
export const choose = (name: string, label: string) =>
  page.getByRole('combobox', { name }).selectOption({ label });

/** Runs where the mini program runs. */
export function inPhone<Result>(work: (() => Result) | string): Promise<Result> {
  const frame = page.frames().find((each) => each.url().endsWith('/phone.html'));
  if (!frame) throw new Error('the phone is not there');
  return frame.evaluate(work);
}
