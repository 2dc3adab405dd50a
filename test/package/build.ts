import { dirname, join } from 'node:path';
import { node, TYPESCRIPT } from '../support/command';

/** 构建 npm in `project`, then compiles it into the folder `to`. */
export function buildWithWeChat(project: string, to: string, settings: object): Promise<string> {
  const args = [join(__dirname, 'wechat.ts'), project, to, JSON.stringify(settings)];
  // Run beside the project: the tools leave folders where they are run.
  return node([...TYPESCRIPT, ...args], dirname(project));
}
