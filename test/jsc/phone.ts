/** Runs the cases of the SDK matrix on JavaScriptCore's shell. What is HTTP there, whoever started it does. */
import { casesOf } from '../sdk-matrix/cases';
import { Fixture } from '../sdk-matrix/fixture';
import { installWx, type RequestOptions } from '../support/wx';
import { ask, finish } from './shell';

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

async function main() {
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

finish(main());
