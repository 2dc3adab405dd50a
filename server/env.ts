import { existsSync } from 'node:fs';
import { z } from 'zod';

const ENV_FILE = '.env';

/** For a command's `--help`. */
export const ENV_HELP = `
These settings come from the environment, or from a file ${ENV_FILE} in the current folder with lines such
as COS_REGION=ap-beijing (git ignores that file):

  COS_SECRET_ID, COS_SECRET_KEY  the key of a CAM user who may call sts:GetFederationToken,
                                 ci:DescribeDocProcessQueues and ci:UpdateDocProcessQueue
  COS_BUCKET                     such as examplebucket-1250000000
  COS_REGION                     such as ap-beijing
  COS_STS_ENDPOINT               the host of STS (default: sts.tencentcloudapi.com)`;

const setting = (form: RegExp) =>
  z.string('is not set').min(1, { error: 'is not set', abort: true }).regex(form, 'is malformed');

const envSchema = z.object({
  COS_SECRET_ID: setting(/^\S+$/),
  COS_SECRET_KEY: setting(/^\S+$/),
  COS_BUCKET: setting(/^[a-z\d][a-z\d-]*-\d+$/),
  COS_REGION: setting(/^[a-z\d][a-z\d-]*$/),
  /** The international site has another: `sts.intl.tencentcloudapi.com`. */
  COS_STS_ENDPOINT: setting(/^[a-z\d.-]+(:\d+)?$/i).default('sts.tencentcloudapi.com'),
});

export type Env = z.infer<typeof envSchema>;

/** @throws an error that names each missing or malformed setting, but shows no value */
export function readEnv(): Env {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const { data, error } = envSchema.safeParse(process.env);
  if (data) return data;
  throw new Error(
    error.issues
      .map(({ path, message }) => `${path.join('.')} ${message}.`)
      .join(' ')
      .concat(' See --help.'),
  );
}
