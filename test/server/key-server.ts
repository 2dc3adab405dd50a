import { serve } from '../support/process';

/** What `npm run sts` needs to start. */
export const KEY_SERVER_ENV = {
  COS_SECRET_ID: 'AKIDexampleexample',
  COS_SECRET_KEY: 'n0tForTheLog',
  COS_BUCKET: 'examplebucket-1250000000',
  COS_REGION: 'ap-beijing',
  // Nothing listens there: 502 instead of a key.
  COS_STS_ENDPOINT: '127.0.0.1:1',
};

/** `npm run sts` with these settings, or others, and none of the tests' own environment. */
export const startKeyServer = (settings: NodeJS.ProcessEnv = {}, cwd?: string) =>
  serve('server/sts.ts', ['--port', '0'], {
    ...(cwd && { cwd }),
    env: { PATH: process.env.PATH, ...KEY_SERVER_ENV, ...settings },
  });
