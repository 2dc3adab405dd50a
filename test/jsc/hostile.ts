/** Reads the hostile shapes on JavaScriptCore's shell, and tells what came of each, and in how many milliseconds. */
import { docQueue } from '../../miniprogram_dist/index.js';
import { BUCKET, clientThatAnswers } from '../support/client';
import { SHAPES } from '../support/hostile-xml';
import { finish, now } from './shell';

async function main() {
  const outcomes: Record<string, { came: number | string; milliseconds: number }> = {};
  for (const [name, xml] of SHAPES) {
    const cos = docQueue(clientThatAnswers(xml), BUCKET);
    const start = now();
    const came = await cos.describeDocProcessQueues().then(
      ({ Response }) => Response.QueueList.length,
      ({ code }) => code,
    );
    outcomes[name] = { came, milliseconds: now() - start };
  }
  return outcomes;
}

finish(main());
