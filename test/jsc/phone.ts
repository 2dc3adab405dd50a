/** Runs the cases of the SDK matrix on JavaScriptCore's shell. What is HTTP there, whoever started it does. */
import { Bench, casesOf } from '../sdk-matrix/cases';
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
  const bench = new Bench(COS, emulator as never);
  const outcomes: Record<string, unknown> = {};
  for (const { name, run } of casesOf(COS.version)) {
    bench.emulator.reset();
    outcomes[name] = await run(bench).catch((error) => `threw ${error}`);
  }
  return { version: COS.version, outcomes, extraOutcomes: bench.extraOutcomes };
}

finish(main());
