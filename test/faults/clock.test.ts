/** A device whose clock is an hour off. */
import { isAtLeast } from '../sdk-matrix/versions';
import { HEADER, wrongWith } from './answer';
import { LIST } from './bodies';
import type { Reply } from './in-process';
import type { Expected } from './judge';
import { version } from './sdk';
import { clientThatAsks, clientWithKey, emulator, expectOutcome, newKeys } from './service';

// Before 1.7.2 a raw body hides the code from the SDK, which then corrects nothing.
const corrects = isAtLeast(version, '1.7.2');
const FINE: Expected = { queues: 5 };
const SKEWED: Expected = { codes: ['RequestTimeTooSkewed'], statusCode: 403 };
// No SDK takes this code for a matter of its clock.
const EXPIRED: Expected = { codes: ['SignatureExpired'], statusCode: 401 };

describe.each([
  ['ahead', -3600, corrects ? FINE : SKEWED],
  ['behind', 3600, EXPIRED],
])('a clock that is %s', (_, clockOffset, expected) => {
  it('with a fixed key', async () => {
    emulator.configure({ clockOffset });
    const cos = clientWithKey();
    await expectOutcome(cos, expected);
    await expectOutcome(cos, expected);
  });

  // It comes with the times of the service: nothing is wrong with its signature.
  it('with a temporary key', async () => {
    emulator.configure({ clockOffset });
    const cos = clientThatAsks((give) => give(newKeys()));
    await expectOutcome(cos, FINE, 'GET');
    await expectOutcome(cos, FINE, 'PUT');
  });

  // The other ways in which COS tells of it.
  it.each([
    ['RequestTimeTooSkewed', 'The difference is too large'],
    ['AccessDenied', 'Request has expired'],
  ])('told by %s: %s', async (code, says) => {
    const replies = (authorization: string) => [replyAt(clockOffset, authorization, code, says)];
    const refused = { codes: [code], statusCode: 403, says };
    const answer = { name: code, replies, expected: corrects ? { queues: 2 } : refused };
    expect(await wrongWith([{ ...answer, method: 'GET' }])).toEqual([]);
  });
});

/** What a service answers whose clock is so many seconds ahead of this machine's. */
function replyAt(offset: number, authorization: string, code: string, message: string): Reply {
  const now = Date.now() / 1000 + offset;
  const [, start, end] = /q-sign-time=(\d+);(\d+)/.exec(authorization) ?? [];
  const header = { ...HEADER, Date: new Date(now * 1000).toUTCString() };
  if (Number(start) <= now + 60 && now <= Number(end))
    return { statusCode: 200, header, data: LIST };
  const data = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { statusCode: 403, header, data };
}
