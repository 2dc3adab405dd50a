/** A program whose callback throws: it prints how often the callback was called, and ends with its error. */
import { docQueue } from '../../src/index.js';
import { BUCKET, clientWith, listXml } from './client.js';

const outcome = process.argv[2];
const response = outcome === 'failure' ? 'nonsense' : listXml([]);
const params = outcome === 'wrong parameter' ? { PageSize: -1 } : {};
let calls = 0;
process.on('exit', () => console.log(`called ${calls}`));
docQueue(clientWith(response), BUCKET).describeDocProcessQueues(params, () => {
  calls++;
  throw new Error("the callback's own");
});
