/**
 * What the demo's page costs on WeChat's own engine in Chromium: the first list, and one switch with so
 * many queues on the screen.
 */
import type { Page } from 'playwright-core';
import { launchChromium } from '../preview/chromium';
import { startDemo } from '../preview/demo';
import { median } from './median';

export interface PageFigures {
  queues: number;
  /** Milliseconds from the start of the mini program until its rows are drawn. */
  first: number;
  firstBytes: number;
  /** Milliseconds from the touch of a switch until the service's answer is drawn. */
  toggle: number;
  toggleBytes: number;
}

interface Sent {
  bytes: number;
  /** When it was drawn, in milliseconds since the mini program started. */
  drawn: number;
}

const ROUNDS = 3;

/** Nothing where there is no Chromium. */
export async function measurePage(counts: number[]): Promise<PageFigures[]> {
  const browser = await launchChromium().catch(() => undefined);
  if (!browser) return [];
  const demo = await startDemo({ port: 0 });
  try {
    const figures: PageFigures[] = [];
    for (const queues of counts) {
      const rounds: PageFigures[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        demo.emulator.setQueues(queues);
        const page = await browser.newPage();
        // tsx names functions with a helper of its own, which the page has not.
        await page.addInitScript('globalThis.__name = (named) => named;');
        await page.addInitScript(recordSetData);
        await page.goto(demo.url);
        rounds.push(await measure(page, queues));
        await page.close();
      }
      const middle = (of: (figures: PageFigures) => number) => median(rounds.map(of));
      figures.push({
        queues,
        first: middle(({ first }) => first),
        firstBytes: middle(({ firstBytes }) => firstBytes),
        toggle: middle(({ toggle }) => toggle),
        toggleBytes: middle(({ toggleBytes }) => toggleBytes),
      });
    }
    return figures;
  } finally {
    await browser.close();
    await demo.close();
  }
}

async function measure(page: Page, queues: number): Promise<PageFigures> {
  const phone = page.frameLocator('iframe');
  const rows = phone.getByRole('listitem');
  await rows.first().waitFor();
  const first = await sentSoFar(page);
  while ((await rows.count()) < queues) await rows.last().scrollIntoViewIfNeeded();

  const before = (await sentSoFar(page)).length;
  const [touched] = await Promise.all([
    now(page),
    phone.getByRole('switch', { checked: false }).first().click(),
  ]);
  // The new state at once, and the service's answer.
  let sent: Sent[] = [];
  while (sent.length < 2) sent = (await sentSoFar(page)).slice(before);
  return {
    queues,
    first: Math.max(...first.map(({ drawn }) => drawn)),
    firstBytes: sum(first),
    toggle: Math.max(...sent.map(({ drawn }) => drawn)) - touched,
    toggleBytes: sum(sent),
  };
}

/** Runs in the phone before the mini program: notes what each page sends to its view. */
function recordSetData(): void {
  // biome-ignore lint/suspicious/noExplicitAny: the globals of a mini program
  const phone = globalThis as any;
  phone.sent = [];
  let register: (definition: object) => void;
  Object.defineProperty(phone, 'Page', {
    set(original) {
      register = original;
    },
    get: () => (definition: { onLoad?: (query: object) => void }) => {
      const { onLoad } = definition;
      definition.onLoad = function (this: { setData(data: object): void }, query) {
        const setData = this.setData.bind(this);
        this.setData = (data) => {
          const entry = { bytes: new Blob([JSON.stringify(data)]).size, drawn: 0 };
          setData(data);
          phone.requestAnimationFrame(() =>
            phone.sent.push({ ...entry, drawn: performance.now() }),
          );
        };
        onLoad?.call(this, query);
      };
      register(definition);
    },
  });
}

function phoneOf(page: Page) {
  return page.frames().find((frame) => frame.url().endsWith('/phone.html'));
}

async function sentSoFar(page: Page): Promise<Sent[]> {
  return (await phoneOf(page)?.evaluate('sent')) as Sent[];
}

async function now(page: Page): Promise<number> {
  return (await phoneOf(page)?.evaluate('performance.now()')) as number;
}

const sum = (sent: Sent[]) => sent.reduce((bytes, each) => bytes + each.bytes, 0);
