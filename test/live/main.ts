/** Checks what this repository assumes about the real service: `npm run test:live`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anonymize } from './anonymize';
import { checkIds, checkKeys, checkLists, checkUpdates, counts } from './checks';
import { client, keys, responses, temporaryKey } from './connection';
import { env, options } from './options';

async function main(): Promise<void> {
  const { write, record } = options;
  const key = await temporaryKey();
  const cos = client(key);
  console.log('| agrees | what | assumed | found |\n| --- | --- | --- | --- |');
  try {
    await checkLists(cos);
    await checkIds(cos);
    await checkKeys(key);
    if (write) await checkUpdates(cos, write);
  } finally {
    if (record) save(record);
  }
  const { yes, NO, 'not checked': open } = counts;
  console.log(`\n${yes} agree, ${NO} do not, ${open} could not be checked.`);
  process.exitCode = NO === 0 ? 0 : 1;
}

/** Writes each response to a file. */
function save(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const secrets = keys.flatMap((key) => Object.values(key).map(String));
  for (const [index, text] of anonymize(responses, env.COS_BUCKET, secrets).entries()) {
    writeFileSync(join(folder, `${String(index + 1).padStart(3, '0')}.json`), `${text}\n`);
  }
}

// The SDK would print there what the table already shows.
console.error = () => {};

main().catch(({ message }: Error) => {
  console.log(message);
  process.exitCode = 1;
});
