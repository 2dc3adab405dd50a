/** A program whose callback throws: it says how often it was called, and ends by its own error. */
import { docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, listXml } from './client.js';

const outcome = process.argv[2];
const answer = outcome === 'failure' ? 'nonsense' : listXml([]);
const params = outcome === 'wrong parameter' ? { PageSize: -1 } : {};
let calls = 0;
process.on('exit', () => console.log(`called ${calls}`));
docQueue(clientThatAnswers(answer), BUCKET).describeDocProcessQueues(params, () => {
  calls++;
  throw new Error("the callback's own");
});
