import { type Browser, chromium } from 'playwright-core';

/** @throws (rejects) when there is none: `CHROMIUM` in the environment may say where it is */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
}
