import { failed, type Responder } from '../support/client.js';
import { repeated, SHAPES } from '../support/hostile-xml.js';
import { list } from '../support/methods.js';

/** How many queues a response lists, or the code of its failure. */
async function outcomeOf(responder: Responder) {
  const start = performance.now();
  const outcome = await list(responder).then(
    ({ Response }) => Response.QueueList.length,
    ({ code }) => code,
  );
  // Without Jest it is less than a second; what is not linear takes hours.
  expect(performance.now() - start).toBeLessThan(10_000);
  return outcome;
}

describe('10 MB of one thing is read or refused in time', () => {
  it.each(SHAPES)('in a successful response: %s', async (_, xml, queues = 'InvalidResponse') => {
    expect(await outcomeOf(xml)).toBe(queues);
  });

  it.each(['{"a":[', 'token ', '<'])('in a failed response: %j repeated', async (piece) => {
    expect(await outcomeOf(failed(500, repeated(piece)))).toBe('HttpError');
  });

  it.each(['token ', 'token-', 'q-', ' '])('in a message: %j repeated', async (piece) => {
    const body = `<Error><Code>A</Code><Message>${repeated(piece)}</Message></Error>`;
    expect(await outcomeOf(failed(500, body))).toBe('A');
  });
});
