/**
 * Which bucket the demo shows, and who signs for it. As it is, everything is on this machine:
 * `npm run server` in the repository starts it.
 *
 * For a real bucket:
 * 1. `Bucket` and `Region`: yours. The bucket must be bound to CI (数据万象), with 文档处理 opened.
 * 2. `keyServer`: your server that gives temporary keys. The repository's `npm run sts` gives them at
 *    `http://127.0.0.1:9877/sts`.
 * 3. `Domain`: empty.
 *
 * Outside the developer tools, both hosts must then be in the mini program's request 合法域名, with
 * https: that of `keyServer`, and `https://<Bucket>.ci.<Region>.myqcloud.com`.
 */
export const config = {
  Bucket: 'examplebucket-1250000000',
  Region: 'ap-beijing',
  keyServer: 'http://127.0.0.1:9876/sts',
  Domain: 'http://127.0.0.1:9876',
};
