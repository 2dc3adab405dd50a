import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where it may be, first that which the environment names. */
const PLACES = () => [
  process.env.CHROMIUM,
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @throws (rejects) when this machine has no Chromium */
export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES().find((place) => place && existsSync(place));
  if (!executablePath) {
    throw new Error('There is no Chromium here. Install one, or name it: CHROMIUM=<path>');
  }
  return chromium.launch({ executablePath });
}
