/** The smaller set: odd answers, and connections that break, over real HTTP. */
import type { Fault } from '../../server/emulator/index';
import { BODIES } from './bodies';
import type { Call } from './call';
import type { Expected, Verdict } from './judge';
import type { Service } from './service';
import type { Tally } from './tally';

interface Case {
  name: string;
  fault: Fault;
  method?: Call['method'];
  expected: Expected;
  /** Options of the client. */
  options?: object;
}

const FORMATS = ['xml', 'json', 'html', 'text', 'empty'] as const;
const CODES: Record<number, string> = {
  403: 'AccessDenied',
  404: 'NoSuchBucket',
  429: 'SlowDown',
  500: 'InternalError',
  503: 'ServiceUnavailable',
};
const REFUSED: Verdict = { codes: ['InvalidResponse'] };
const METHODS = ['GET', 'PUT'] as const;

export async function runOverHttp(service: Service, tally: Tally): Promise<void> {
  const { emulator } = service;
  for (const { name, fault, method, expected, options } of cases()) {
    emulator.reset();
    emulator.setQueues(2);
    emulator.setFault(fault);
    const made = await service.call(service.client(options), method);
    tally.add(`over HTTP: ${name}`, made, expected);
  }
  emulator.reset();
}

function* cases(): Generator<Case> {
  for (const { name, data, list = REFUSED, heavy } of BODIES) {
    const fault = { answer: { status: 200, body: data } };
    if (!heavy) yield { name: `200 ${name}`, fault, expected: { ...list, statusCode: 200 } };
  }
  for (const method of METHODS) {
    for (const [status, code] of Object.entries(CODES)) {
      for (const format of FORMATS) {
        const statusCode = Number(status);
        const codes = ['xml', 'json'].includes(format) ? [code] : ['HttpError'];
        const fault = { answer: { status: statusCode, format } };
        yield { name: `${status} ${format}`, method, fault, expected: { codes, statusCode } };
      }
    }
    // Shorter than any of the right answers.
    for (let bytes = 0; bytes < 500; bytes += 25) {
      const expected = { ...REFUSED, statusCode: 200 };
      yield { name: `cut at byte ${bytes}`, method, fault: { cut: { bytes } }, expected };
    }
    yield* broken(method);
  }
}

function* broken(method: Call['method']): Generator<Case> {
  const lost = { codes: ['NetworkError'] };
  yield { name: 'no connection', method, fault: { drop: true }, expected: lost };
  for (const bytes of [0, 1, 100]) {
    const fault = { drop: true, cut: { bytes } };
    yield { name: `a connection lost at byte ${bytes}`, method, fault, expected: lost };
  }
  const late = { codes: ['Timeout'] };
  const options = { Timeout: 60 };
  yield { name: 'an answer too late', method, fault: { delay: 3000 }, expected: late, options };
  const expected = { queues: 2 };
  yield { name: 'an answer that is late', method, fault: { delay: 100 }, expected };
}
