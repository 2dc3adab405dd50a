/** What runs on JavaScriptCore's shell: the cases of the SDK matrix, or the hostile shapes. */
import { docQueue } from '../../miniprogram_dist/index.js';
import { casesOf } from '../sdk-matrix/cases';
import { Fixture } from '../sdk-matrix/fixture';
import { BUCKET, clientWith } from '../support/client';
import { SHAPES } from '../support/hostile-xml';
import { installWx, type RequestOptions } from '../support/wx';
import { argument, ask, finish, now } from './shell';

// What is HTTP here, whoever started the shell does.
installWx({
  request({ success, fail, ...request }: RequestOptions) {
    setTimeout(() => {
      const { response, error } = ask({ request });
      if (error) fail(error);
      else success(response);
    });
    return { abort() {} };
  },
});

const emulator = new Proxy(
  {},
  {
    get(_, name) {
      const { isMethod, value } = ask({ name });
      return isMethod ? (...args: unknown[]) => ask({ name, args }).value : value;
    },
  },
);

async function runCases() {
  // After the globals that it reads. The bundler puts the version that is tested here.
  const COS = require('the-sdk');
  const fixture = new Fixture(COS, emulator as never);
  const outcomes: Record<string, unknown> = {};
  for (const { name, run } of casesOf(COS.version)) {
    fixture.emulator.reset();
    outcomes[name] = await run(fixture).catch((error) => `threw ${error}`);
  }
  return { version: COS.version, outcomes, extraOutcomes: fixture.extraOutcomes };
}

/** How long the shell takes for a fixed piece of work: on a slow machine everything takes longer. */
function yardstick(): number {
  const start = now();
  for (let count = 0; count < 1e7; count++);
  return now() - start;
}

/** How many queues each shape lists, or the code of its failure, and how long that takes. */
async function readShapes() {
  const outcomes: Record<string, { outcome: number | string; yardsticks: number }> = {};
  for (const [name, xml] of SHAPES) {
    const cos = docQueue(clientWith(xml), BUCKET);
    const before = yardstick();
    const start = now();
    const outcome = await cos.describeDocProcessQueues().then(
      ({ Response }) => Response.QueueList.length,
      ({ code }) => code,
    );
    const milliseconds = now() - start;
    outcomes[name] = { outcome, yardsticks: (2 * milliseconds) / (before + yardstick()) };
  }
  return outcomes;
}

finish(argument === 'shapes' ? readShapes() : runCases());
