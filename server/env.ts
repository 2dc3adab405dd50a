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

const required = z.string('is not set').min(1, { error: 'is not set', abort: true });

const envSchema = z.object({
  COS_SECRET_ID: required,
  COS_SECRET_KEY: required,
  COS_BUCKET: required.regex(/-\d+$/, 'must end with the APPID, as in examplebucket-1250000000'),
  COS_REGION: required,
  /** The international site has another: `sts.intl.tencentcloudapi.com`. */
  COS_STS_ENDPOINT: z.string().default('sts.tencentcloudapi.com'),
});

export type Env = z.infer<typeof envSchema>;

/** @throws an error that names each missing or malformed setting, but shows no value */
export function readEnv(): Env {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const { data, error } = envSchema.safeParse(process.env);
  if (data) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  throw new Error(`${problems.join(' ')} See --help.`);
}
