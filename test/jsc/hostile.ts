/** Reads the hostile shapes on JavaScriptCore's shell. Prints what came of each, and its milliseconds, as JSON. */
import { docQueue } from '../../miniprogram_dist/index.js';
import { BUCKET, clientThatAnswers } from '../support/client';
import { SHAPES } from '../support/hostile-xml';
import { shell } from './shell';

async function main() {
  const outcomes: Record<string, { came: number | string; milliseconds: number }> = {};
  for (const [name, xml] of SHAPES) {
    const cos = docQueue(clientThatAnswers(xml), BUCKET);
    const start = shell.preciseTime();
    const came = await cos.describeDocProcessQueues().then(
      ({ Response }) => Response.QueueList.length,
      ({ code }) => code,
    );
    outcomes[name] = { came, milliseconds: (shell.preciseTime() - start) * 1000 };
  }
  return outcomes;
}

shell.printResult(main());
