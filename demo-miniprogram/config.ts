/**
 * Which bucket the demo shows, and where its temporary keys come from. As it stands, everything is on this machine:
 * `npm run server` in the repository starts it.
 *
 * For a real bucket:
 * 1. `Bucket` and `Region`: yours. The bucket must be bound to CI (数据万象), with 文档处理 opened.
 * 2. `keyServer`: your server that issues temporary keys. `npm run sts` in the repository issues them at
 *    `http://127.0.0.1:9877/sts`.
 * 3. `Domain`: `''`.
 *
 * Outside the developer tools, both hosts must be in the mini program's request 合法域名, with https:
 * that of `keyServer`, and `https://<Bucket>.ci.<Region>.myqcloud.com`.
 */
export const config = {
  Bucket: 'examplebucket-1250000000',
  Region: 'ap-beijing',
  keyServer: 'http://127.0.0.1:9876/sts',
  Domain: 'http://127.0.0.1:9876',
};
