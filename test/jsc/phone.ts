/** What runs on JavaScriptCore's shell: the cases of the SDK matrix, or the hostile shapes. */
import { docQueue } from '../../miniprogram_dist/index.js';
import { casesOf } from '../sdk-matrix/cases';
import { Fixture } from '../sdk-matrix/fixture';
import { BUCKET, StubCos } from '../support/client';
import { SHAPES } from '../support/hostile-xml';
import { installWx, type RequestOptions } from '../support/wx';
import { argument, ask, finish } from './shell';

// The process that started the shell makes the HTTP requests.
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

const emulator = new Proxy({} as Fixture['emulator'], {
  get(_, name) {
    const { isMethod, value } = ask({ name });
    return isMethod ? (...args: unknown[]) => ask({ name, args }).value : value;
  },
});

async function runCases() {
  // After the globals that it reads. The bundler puts the version that is tested here.
  const COS = require('the-sdk');
  const fixture = new Fixture(COS, emulator);
  const outcomes: Record<string, unknown> = {};
  for (const { name, run } of casesOf(COS.version)) {
    fixture.emulator.reset();
    outcomes[name] = await run(fixture).catch((error) => `threw ${error}`);
  }
  return { version: COS.version, outcomes, extraOutcomes: fixture.extraOutcomes };
}

/** How many queues each shape lists, or the code of its failure. */
async function readShapes() {
  const outcomes: Record<string, number | string> = {};
  for (const [name, xml] of SHAPES) {
    const cos = docQueue(new StubCos([xml]), BUCKET);
    outcomes[name] = await cos.describeDocProcessQueues().then(
      ({ Response }) => Response.QueueList.length,
      ({ code }) => code,
    );
  }
  return outcomes;
}

finish(argument === 'shapes' ? readShapes() : runCases());
