import { type Answer, failed } from '../support/client.js';
import { repeated, SHAPES } from '../support/hostile-xml.js';
import { list } from '../support/methods.js';

// Without Jest it is less than a second; what is not linear takes hours.
const WITHIN = 10_000;

async function outcome(answer: Answer) {
  const start = performance.now();
  const came = await list(answer).then(
    ({ Response }) => Response.QueueList.length,
    ({ code }) => code,
  );
  expect(performance.now() - start).toBeLessThan(WITHIN);
  return came;
}

describe('10 MB of one thing have an outcome, and soon', () => {
  it.each(SHAPES)('%s', async (_, xml, queues = 'InvalidResponse') => {
    expect(await outcome(xml)).toBe(queues);
  });

  it.each([
    ['JSON', `{"a":${repeated('[')}`],
    ['a text', repeated('token ')],
    ['blanks', repeated(' ')],
    ['XML', `<Error>${repeated('<a/>')}</Error>`],
  ])('in a failed answer: %s', async (_, body) => {
    expect(await outcome(failed(500, body))).toBe('HttpError');
  });
});
