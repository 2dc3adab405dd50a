/** Reads the hostile shapes on JavaScriptCore's shell, and tells what came of each, and how long it took. */
import { docQueue } from '../../miniprogram_dist/index.js';
import { BUCKET, clientWith } from '../support/client';
import { SHAPES } from '../support/hostile-xml';
import { finish, now } from './shell';

/** How long the shell takes for a fixed piece of work: on a slow machine everything takes longer. */
function yardstick(): number {
  const start = now();
  for (let count = 0; count < 1e7; count++);
  return now() - start;
}

async function main() {
  const outcomes: Record<string, { came: number | string; yardsticks: number }> = {};
  for (const [name, xml] of SHAPES) {
    const cos = docQueue(clientWith(xml), BUCKET);
    const before = yardstick();
    const start = now();
    const came = await cos.describeDocProcessQueues().then(
      ({ Response }) => Response.QueueList.length,
      ({ code }) => code,
    );
    const milliseconds = now() - start;
    outcomes[name] = { came, yardsticks: (2 * milliseconds) / (before + yardstick()) };
  }
  return outcomes;
}

finish(main());
