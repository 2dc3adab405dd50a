import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { type Demo, startDemo } from './demo';

const FOLDER = join(__dirname, '../docs/pictures');

/** How each picture comes about, once the list is there. */
const PICTURES: Record<string, (page: Page, demo: Demo) => Promise<void>> = {
  'list-light': async () => {},

  'list-dark': async (page) => {
    await page.getByRole('radio', { name: '深色' }).check();
  },

  error: async (page, { emulator }) => {
    emulator.setFault({ target: 'list', answer: { status: 403, message: 'Access Denied.' } });
    await page.getByRole('button', { name: '重新启动小程序' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: '重试' }).waitFor();
  },

  settings: async (page) => {
    const phone = page.frameLocator('iframe');
    await phone.getByRole('button', { name: '设置 合同预览队列' }).click();
    await phone.getByRole('textbox', { name: '名称' }).fill('合同预览队列（新）');
    await phone.getByRole('button', { name: '保存' }).waitFor();
  },
};

/** Takes the pictures of the README: the phone alone, on nothing, for light and dark pages alike. */
async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await launchChromium();
  const demo = await startDemo({ port: 0 });
  try {
    for (const [name, prepare] of Object.entries(PICTURES)) {
      demo.emulator.reset();
      const [first, ...others] = demo.emulator.queues;
      // Running and paused ones first, as many as the screen holds.
      demo.emulator.setQueues(first ? [...others, first] : others);
      const page = await browser.newPage({
        viewport: { width: 1000, height: 920 },
        deviceScaleFactor: 2,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      });
      await page.goto(demo.url);
      await page.frameLocator('iframe').getByRole('listitem').first().waitFor();
      await prepare(page, demo);
      await page.addStyleTag({ content: 'body { background: none } .phone { box-shadow: none }' });
      const path = join(FOLDER, `${name}.png`);
      await page
        .locator('.phone')
        .screenshot({ path, omitBackground: true, animations: 'disabled', caret: 'hide' });
      await page.close();
      console.log(path);
    }
  } finally {
    await browser.close();
    await demo.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
