/**
 * One measurement, in a process of its own, on V8 or on JavaScriptCore's shell: the plugin and the documentation's
 * snippet on the same responses of the same SDK with the same key, over a `wx.request` that responds at once. What is
 * left is the work of signing, reading and writing. Reports its figures in milliseconds.
 */
import { argument, engine, finish, isJsc } from '../test/jsc/shell';
import type { Any } from '../test/support/any';
import { BUCKET, listXml, QUEUE_ID, queueXml, updatedXml } from '../test/support/client';
import { SECRETS } from '../test/support/echoes';
import { installWx, type RequestOptions } from '../test/support/wx';
import { type Figures, least } from './figures';

// The code of both, which `bench.ts` puts before this.
declare const PLUGIN: string;
declare const SNIPPET: string;

let response = '';
installWx({
  request({ success }: RequestOptions) {
    success({ statusCode: 200, header: { 'x-ci-request-id': 'REQ' }, data: response });
    return { abort() {} };
  },
});
// No call of these needs a timer.
Object.assign(engine, { setTimeout: () => 0, clearTimeout() {} });
// After the globals that it reads. The bundler puts the version that is measured here.
const COS = require('the-sdk');

const KEY = { SecretId: SECRETS.secretId, SecretKey: SECRETS.secretKey };
const SERVICE = 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com';
const SETTINGS = {
  Name: 'invoice-preview',
  State: 'Active',
  NotifyConfig: { Url: 'http://example.com/', State: 'On', Type: 'Url', Event: 'TaskFinish' },
};

/** As WeChat runs a file of a mini program: a function made of its source. */
function load(code: string): Any {
  const module = { exports: {} };
  new Function('module', 'exports', code)(module, module.exports);
  return module.exports;
}

/** A client for the snippet that signs the host, as the plugin does. */
function clientForSnippet(): Any {
  const cos = new COS(KEY);
  return {
    request: (params: object, callback: Any) =>
      cos.request(Object.assign(params, BUCKET), callback),
  };
}

function listOf(queues: number): string {
  const ids = Array.from({ length: queues }, (_, index) => `${QUEUE_ID}${index}`);
  return listXml(ids.map((QueueId) => queueXml({ QueueId })));
}

/** In milliseconds. */
const now = (): number => (isJsc ? engine.preciseTime() * 1000 : performance.now());

type Run = () => Promise<unknown>;

function called(start: (callback: Any) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    start((error: unknown, data: unknown) => (error ? reject(error) : resolve(data)));
  });
}

const PAGE = { PageNumber: 1, PageSize: 10 };

/** From loading the code to the first list of one queue. */
async function measureCold() {
  response = listOf(1);
  const cos = argument === 'plugin' ? new COS(KEY) : clientForSnippet();
  const start = now();
  if (argument === 'plugin') {
    await load(PLUGIN).docQueue(cos, BUCKET).describeDocProcessQueues(PAGE);
  } else {
    await called((callback) => load(SNIPPET).describeDocProcessQueue(cos, SERVICE, callback));
  }
  return now() - start;
}

async function measureWarm() {
  const cos = load(PLUGIN).docQueue(new COS(KEY), BUCKET);
  const snippet = load(SNIPPET);
  const client = clientForSnippet();
  const figures: Record<string, Figures> = {};
  for (const queues of [1, 10, 100]) {
    response = listOf(queues);
    figures[`list ${queues}`] = await compare(
      () => cos.describeDocProcessQueues(PAGE),
      () => called((callback) => snippet.describeDocProcessQueue(client, SERVICE, callback)),
    );
  }
  response = updatedXml();
  const settings = { QueueID: QUEUE_ID, ...SETTINGS };
  figures.update = await compare(
    () => cos.updateDocProcessQueue(settings),
    () =>
      called((callback) => snippet.updateProcessQueue(COS, client, SERVICE, settings, callback)),
  );
  return figures;
}

const ROUNDS = 100;
const ROUND_MS = 15;
const WARM_UP_MS = 300;

/** Both take turns, so that what else the machine does hits both. */
async function compare(plugin: Run, snippet: Run) {
  await callsIn(WARM_UP_MS, plugin);
  const calls = Math.ceil(((await callsIn(WARM_UP_MS, snippet)) * ROUND_MS) / WARM_UP_MS);
  const rounds: Figures[] = [];
  for (let index = 0; index < ROUNDS; index++) {
    const round = { plugin: 0, snippet: 0 };
    if (index % 2 === 0) round.plugin = await timeOf(plugin, calls);
    round.snippet = await timeOf(snippet, calls);
    // Whoever comes second finds warmer caches.
    if (index % 2 === 1) round.plugin = await timeOf(plugin, calls);
    rounds.push(round);
  }
  return least(rounds);
}

async function callsIn(milliseconds: number, run: Run): Promise<number> {
  const end = now() + milliseconds;
  let calls = 0;
  for (; now() < end; calls++) await run();
  return calls;
}

async function timeOf(run: Run, calls: number): Promise<number> {
  const start = now();
  for (let call = 0; call < calls; call++) await run();
  return (now() - start) / calls;
}

finish(argument === 'warm' ? measureWarm() : measureCold());
