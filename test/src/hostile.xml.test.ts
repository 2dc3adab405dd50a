import { failed, type Responder } from '../support/client.js';
import { repeated, SHAPES } from '../support/hostile-xml.js';
import { list } from '../support/methods.js';

// Without Jest it is less than a second; what is not linear takes hours.
const WITHIN = 10_000;

async function outcomeOf(responder: Responder) {
  const start = performance.now();
  const outcome = await list(responder).then(
    ({ Response }) => Response.QueueList.length,
    ({ code }) => code,
  );
  expect(performance.now() - start).toBeLessThan(WITHIN);
  return outcome;
}

describe('10 MB of one thing have an outcome, and soon', () => {
  it.each(SHAPES)('%s', async (_, xml, queues = 'InvalidResponse') => {
    expect(await outcomeOf(xml)).toBe(queues);
  });

  it.each([
    ['JSON', `{"a":${repeated('[')}`, 'HttpError'],
    ['a text', repeated('token '), 'HttpError'],
    ['blanks', repeated(' '), 'HttpError'],
    ['less-than signs', repeated('<'), 'HttpError'],
    ['XML', `<Error>${repeated('<a/>')}</Error>`, 'HttpError'],
    ...['token ', 'token-', 'q-', ' '].map((piece): [string, string, string] => [
      `a message of ${JSON.stringify(piece)}`,
      `<Error><Code>A</Code><Message>${repeated(piece)}</Message></Error>`,
      'A',
    ]),
  ])('in a failed response: %s', async (_, body, code) => {
    expect(await outcomeOf(failed(500, body))).toBe(code);
  });
});
