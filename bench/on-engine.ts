/**
 * One measurement, in a process of its own, on V8 or on JavaScriptCore's shell: the plugin and the documentation's
 * snippet on the same answers of the same SDK with the same key, over a `wx.request` that answers at once. What is
 * left is the work of signing, reading and writing. Prints its figures as JSON, in milliseconds.
 */

import { describeDocProcessQueue, updateProcessQueue } from '../test/sdk-matrix/snippet';
import { BUCKET, listXml, QUEUE_ID, queueXml, updatedXml } from '../test/support/client';
import { median } from './median';

// biome-ignore lint/suspicious/noExplicitAny: the globals of two engines, and an SDK without types
type Any = any;
const engine = globalThis as Any;
/** Set by whoever starts this: what to measure, and the package as it is shipped, minified. */
const { measure, pluginSource }: { measure: 'warm' | 'plugin' | 'snippet'; pluginSource: string } =
  engine;

const now: () => number = engine.preciseTime
  ? () => engine.preciseTime() * 1000
  : () => engine.performance.now();

let answer = '';
const system = { SDKVersion: '3.7.0', platform: 'ios' };
Object.assign(engine, {
  window: engine,
  console: engine.console ?? { log() {}, warn() {}, error() {} },
  // A timer that still runs would keep the process alive. No call of these needs one.
  setTimeout: () => 0,
  clearTimeout: () => {},
  wx: {
    getFileSystemManager: () => ({}),
    canIUse: () => true,
    getAppBaseInfo: () => system,
    getDeviceInfo: () => system,
    getSystemInfoSync: () => system,
    request({ success }: Any) {
      success({ statusCode: 200, header: { 'x-ci-request-id': 'REQ' }, data: answer });
      return { abort() {} };
    },
  },
});
// After the globals that it reads. The bundler puts the version that is measured here.
const COS = require('the-sdk');

// The public example key of 436/7778.
const KEY = {
  SecretId: 'AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q',
  SecretKey: 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz',
};
const SERVICE = 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com';
const SETTINGS = {
  Name: 'invoice-preview',
  State: 'Active',
  NotifyConfig: { Url: 'http://example.com/', State: 'On', Type: 'Url', Event: 'TaskFinish' },
};

/** As WeChat runs a file of a mini program: a function made of its source. */
function loadPlugin(): Any {
  const exports = {};
  new Function('exports', pluginSource)(exports);
  return exports;
}

function listOf(queues: number): string {
  const ids = Array.from({ length: queues }, (_, index) => `${QUEUE_ID}${index}`);
  return listXml(ids.map((QueueId) => queueXml({ QueueId })));
}

type Run = () => Promise<unknown>;

function called(start: (callback: Any) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    start((error: unknown, data: unknown) => (error ? reject(error) : resolve(data)));
  });
}

const PAGE = { PageNumber: 1, PageSize: 10 };

/** From loading the package to the first list of one queue. */
async function measureCold() {
  answer = listOf(1);
  const cos = new COS(KEY);
  const start = now();
  if (measure === 'plugin') {
    await loadPlugin().docQueue(cos, BUCKET).describeDocProcessQueues(PAGE);
  } else {
    await called((callback) => describeDocProcessQueue(cos, SERVICE, callback));
  }
  return { cold: now() - start };
}

async function measureWarm() {
  const raw = new COS(KEY);
  const cos = loadPlugin().docQueue(new COS(KEY), BUCKET);
  const figures: Record<string, object> = {};
  for (const queues of [1, 10, 100]) {
    answer = listOf(queues);
    figures[`list ${queues}`] = await compare(
      () => cos.describeDocProcessQueues(PAGE),
      () => called((callback) => describeDocProcessQueue(raw, SERVICE, callback)),
    );
  }
  answer = updatedXml();
  figures.update = await compare(
    () => cos.updateDocProcessQueue({ QueueId: QUEUE_ID, ...SETTINGS }),
    () =>
      called((callback) =>
        updateProcessQueue(COS, raw, SERVICE, { QueueID: QUEUE_ID, ...SETTINGS }, callback),
      ),
  );
  return figures;
}

const ROUNDS = 21;
const ROUND_MS = 40;
const WARM_UP_MS = 300;

/** Both take turns, so that what else the machine does hits both; the ratio is the median of all rounds. */
async function compare(plugin: Run, snippet: Run) {
  await callsIn(WARM_UP_MS, plugin);
  const calls = Math.ceil(((await callsIn(WARM_UP_MS, snippet)) * ROUND_MS) / WARM_UP_MS);
  const rounds: { plugin: number; snippet: number }[] = [];
  for (let index = 0; index < ROUNDS; index++) {
    // Whoever comes second finds warmer caches.
    const isFirst = index % 2 === 0;
    const first = await timeOf(isFirst ? plugin : snippet, calls);
    const second = await timeOf(isFirst ? snippet : plugin, calls);
    rounds.push(isFirst ? { plugin: first, snippet: second } : { plugin: second, snippet: first });
  }
  return {
    plugin: median(rounds.map((round) => round.plugin)),
    snippet: median(rounds.map((round) => round.snippet)),
    ratio: median(rounds.map((round) => round.plugin / round.snippet)),
  };
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

const print: (text: string) => void = engine.print ?? engine.console.log;
(measure === 'warm' ? measureWarm() : measureCold()).then(
  (figures) => print(JSON.stringify(figures)),
  (error) => print(JSON.stringify({ failed: `${error?.stack ?? error}` })),
);
