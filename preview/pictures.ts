import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { type Demo, startDemo } from './demo';

const FOLDER = join(__dirname, '../docs/pictures');

const callback = { State: 'On', Url: 'https://example.com/ci/callback', Event: 'TaskFinish' };

const QUEUES = [
  { Name: '合同预览', NotifyConfig: callback },
  { Name: '发票转图片', NotifyConfig: callback },
  { Name: '课件转码', State: 'Paused', NotifyConfig: callback },
  { Name: 'archive-nightly', State: 'Paused' },
  { Name: '标书转 PDF' },
  { Name: 'invoice-preview', NotifyConfig: { ...callback, State: 'Off' } },
  { Name: '证照识别前处理', NotifyConfig: callback },
  { Name: 'slides_to_images', State: 'Paused' },
];

/** What each picture needs once the list is there. */
const PICTURES: Record<string, (phone: FrameLocator, page: Page, demo: Demo) => Promise<unknown>> =
  {
    list: async () => {},

    async failure(phone, page, { emulator }) {
      emulator.setFault({ target: 'update', answer: { status: 403, message: 'Access Denied.' } });
      await phone.getByRole('switch', { name: '运行 课件转码' }).click();
      await phone.getByRole('alert').waitFor();
      await page.locator('.toast').waitFor({ state: 'hidden' });
    },

    async batch(phone) {
      await phone.getByRole('button', { name: '批量' }).click();
      for (const name of ['合同预览', '发票转图片', '课件转码']) {
        await phone.getByRole('checkbox', { name: `选择 ${name}` }).click();
      }
    },

    async queue(phone) {
      await phone.getByRole('button', { name: '详情 合同预览' }).click();
      await phone.getByRole('textbox', { name: '名称' }).fill('合同预览（新）');
    },

    dark: (_, page) => page.getByLabel('外观').selectOption('深色'),
  };

/** Takes the READMEs' pictures: the phone alone, without a background. */
async function main(): Promise<void> {
  const browser = await launchChromium();
  const demo = await startDemo();
  for (const [name, prepare] of Object.entries(PICTURES)) {
    demo.emulator.reset();
    demo.emulator.setQueues(QUEUES);
    const page = await browser.newPage({
      viewport: { width: 1000, height: 920 },
      deviceScaleFactor: 2,
      timezoneId: 'Asia/Shanghai',
    });
    await page.clock.install({ time: new Date('2025-03-02T09:41:00+08:00') });
    await page.goto(demo.url);
    const phone = page.frameLocator('iframe');
    await phone.getByRole('listitem').first().waitFor();
    // In place of what this machine has for `system-ui`.
    await page.frames()[1]?.addStyleTag({ content: 'page { font-family: "Noto Sans CJK SC" }' });
    await prepare(phone, page, demo);
    await page.addStyleTag({ content: 'body { background: none }' });
    const path = join(FOLDER, `${name}.png`);
    await page.locator('.phone').screenshot({ path, omitBackground: true, animations: 'disabled' });
    await page.close();
    console.log(path);
  }
  await browser.close();
  await demo.close();
}

main();
