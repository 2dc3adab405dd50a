/** A device whose clock is an hour off. */
import { isAtLeast } from '../sdk-matrix/versions';
import { HEADER, type Reply } from './answers';
import { LIST } from './bodies';
import { clientOf, runAnswer } from './grammar';
import type { Expected } from './judge';
import type { Service } from './service';
import type { Tally } from './tally';

const HOUR = 3600;
const FINE: Expected = { queues: 5 };

export async function runClock(service: Service, version: string, tally: Tally): Promise<void> {
  const { emulator } = service;
  // Before 1.7.2 a raw body hides the code from the SDK, which then corrects nothing.
  const corrects = isAtLeast(version, '1.7.2');
  const refused = (code: string, statusCode: number) => ({ codes: [code], statusCode });

  for (const [name, clockOffset, expected] of [
    ['ahead', -HOUR, corrects ? FINE : refused('RequestTimeTooSkewed', 403)],
    // No SDK takes this code for a matter of its clock.
    ['behind', HOUR, refused('SignatureExpired', 401)],
  ] as [string, number, Expected][]) {
    emulator.configure({ clockOffset });
    const fixed = service.client();
    tally.add(`a clock that is ${name}`, await service.call(fixed), expected);
    tally.add(`a clock that is ${name}, again`, await service.call(fixed), expected);
    // A temporary key comes with the times of the service: nothing is wrong with its signature.
    const temporary = service.client({
      getAuthorization: (_: object, callback: (keys: object) => void) =>
        callback(service.newKeys()),
    });
    for (const method of ['GET', 'PUT'] as const) {
      const made = await service.call(temporary, method);
      tally.add(`a clock that is ${name}, with a temporary key: ${method}`, made, FINE);
    }
    emulator.reset();
  }

  // The other ways in which COS tells of it, in both directions.
  for (const [name, offset] of [
    ['ahead', -HOUR],
    ['behind', HOUR],
  ] as const) {
    for (const [code, message] of [
      ['RequestTimeTooSkewed', 'The difference is too large'],
      ['AccessDenied', 'Request has expired'],
    ] as const) {
      const answer = {
        name: `a clock that is ${name}: ${message}`,
        method: 'GET' as const,
        replies: (authorization: string) => [replyAt(offset, authorization, code, message)],
        expected: corrects ? { queues: 2 } : { ...refused(code, 403), says: message },
      };
      await runAnswer(clientOf(service.COS), version, answer, tally);
    }
  }
}

/** What a service answers whose clock is so many seconds ahead of this machine's. */
function replyAt(offset: number, authorization: string, Code: string, Message: string): Reply {
  const now = Date.now() / 1000 + offset;
  const [, start, end] = /q-sign-time=(\d+);(\d+)/.exec(authorization) ?? [];
  const header = { ...HEADER, Date: new Date(now * 1000).toUTCString() };
  if (Number(start) <= now + 60 && now <= Number(end))
    return { statusCode: 200, header, data: LIST };
  const data = `<Error><Code>${Code}</Code><Message>${Message}</Message></Error>`;
  return { statusCode: 403, header, data };
}
