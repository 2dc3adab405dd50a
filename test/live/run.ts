import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../../server/env';
import { anonymize } from './anonymize';
import { type Context, checkIds, checkKeys, checkLists, checkUpdates } from './checks';
import { Connection } from './connection';

export interface LiveOptions {
  /** The address of the local service, instead of the real one. */
  readonly domain?: string;
  /** The queue that is switched to its other state and back. */
  readonly write?: string;
  /** A folder for the responses. */
  readonly record?: string;
}

const LOCAL_ENV = { COS_BUCKET: 'examplebucket-1250000000', COS_REGION: 'ap-beijing' };

/**
 * Makes every check and prints a Markdown table.
 *
 * @param signal when it is aborted, the checks end, and the queue is put back as it was found
 * @returns whether all that could be checked agrees
 */
export async function runChecks(
  { domain, write, record }: LiveOptions,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const service = new Connection(domain ? LOCAL_ENV : readEnv(), domain);
  const counts = { yes: 0, NO: 0, 'not checked': 0 };
  const check = (name: string, assumed: string, found: string | undefined) => {
    const agrees = found === undefined ? 'not checked' : found === assumed ? 'yes' : 'NO';
    counts[agrees] += 1;
    const cells = [agrees, name, assumed, found ?? ''].map((text) => text.replace(/\s|\|/g, ' '));
    print(`| ${cells.join(' | ')} |`);
    signal.throwIfAborted();
  };
  const key = await service.temporaryKey();
  const context = { service, key, cos: service.client(key), check };

  print('| agrees | what | assumed | found |\n| --- | --- | --- | --- |');
  try {
    await checkLists(context);
    await checkIds(context);
    await checkKeys(context);
    if (write) await checkUpdatesOf(write, context);
  } finally {
    if (record) save(record, service);
  }
  const { yes, NO, 'not checked': open } = counts;
  print(`\n${yes} agree, ${NO} do not, ${open} could not be checked.`);
  return NO === 0;
}

/** Checks updates of a queue, and puts it back as it was found, whatever happens. */
async function checkUpdatesOf(QueueId: string, context: Context): Promise<void> {
  const { Queue } = (await context.cos.getDocProcessQueue({ QueueId })).Response;
  try {
    await checkUpdates(context, QueueId);
  } finally {
    // Nothing is written if the queue is as it was.
    await context.cos.patchDocProcessQueue(Queue).catch(({ message }: Error) => {
      throw new Error(
        `The queue could not be put back: ${message}\nIt was ${JSON.stringify(Queue)}`,
      );
    });
  }
}

/** Writes a file for each response, without ids, buckets, accounts, addresses and keys. */
function save(folder: string, service: Connection): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, response] of anonymize(service).entries()) {
    const file = join(folder, `${String(index + 1).padStart(3, '0')}.json`);
    writeFileSync(file, `${JSON.stringify(response, null, 2)}\n`);
  }
}
