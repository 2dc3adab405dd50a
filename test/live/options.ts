import { Command } from 'commander';
import { FIXED_KEY } from '../../server/emulator/keys';
import { ENV_HELP, type Env, readEnv } from '../../server/env';

const command = new Command('npm run test:live --')
  .description('Checks what the package and the local service assume about the real service.')
  .option('--write <QueueId>', 'also pause and resume this queue, then restore it')
  .option(
    '--record <folder>',
    'write the responses to a folder, without ids, buckets, addresses and keys',
  )
  .option('--domain <origin>', 'check the local service at this address instead')
  .addHelpText('after', `\nWithout --write it only reads.\n${ENV_HELP}`)
  .parse();

export const options = command.opts<{ domain?: string; write?: string; record?: string }>();

const LOCAL_ENV: Env = {
  COS_SECRET_ID: FIXED_KEY.secretId,
  COS_SECRET_KEY: FIXED_KEY.secretKey,
  COS_BUCKET: 'examplebucket-1250000000',
  COS_REGION: 'ap-beijing',
  COS_STS_ENDPOINT: '',
};

function getEnv(): Env {
  try {
    return options.domain ? LOCAL_ENV : readEnv();
  } catch (error) {
    return command.error((error as Error).message);
  }
}

export const env = getEnv();
