import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../../server/env';
import { anonymize } from './anonymize';
import { type Context, checkIds, checkKeys, checkLists, checkUpdates } from './checks';
import { Connection } from './connection';

export interface LiveOptions {
  /** The address of the local service, to check that instead of the real one. */
  readonly domain?: string;
  /** The id of a queue to pause and resume. */
  readonly write?: string;
  /** The folder to write the responses to. */
  readonly record?: string;
}

const LOCAL_ENV = { COS_BUCKET: 'examplebucket-1250000000', COS_REGION: 'ap-beijing' };

/**
 * Runs all checks and prints a Markdown table.
 *
 * @param signal ends the checks; the queue is restored all the same
 * @returns whether everything that could be checked agrees
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

/** Checks updates of a queue, and restores the queue whatever happens. */
async function checkUpdatesOf(QueueId: string, context: Context): Promise<void> {
  const { Queue } = (await context.cos.getDocProcessQueue({ QueueId })).Response;
  try {
    await checkUpdates(context, QueueId);
  } finally {
    // A patch that changes nothing writes nothing.
    await context.cos.patchDocProcessQueue(Queue).catch(({ message }: Error) => {
      throw new Error(
        `The queue could not be restored: ${message}\nIt was ${JSON.stringify(Queue)}`,
      );
    });
  }
}

/** Writes each response to a file, without ids, buckets, accounts, addresses and keys. */
function save(folder: string, service: Connection): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, response] of anonymize(service).entries()) {
    const file = join(folder, `${String(index + 1).padStart(3, '0')}.json`);
    writeFileSync(file, `${JSON.stringify(response, null, 2)}\n`);
  }
}
