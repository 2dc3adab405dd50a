import { type Browser, chromium } from 'playwright-core';

/** Launches `/usr/bin/chromium`, or the browser that `CHROMIUM` names in the environment. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
}
