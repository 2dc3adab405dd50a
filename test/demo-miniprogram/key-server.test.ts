import { until } from '../support/until';
import { setUpStage } from './support/stage';

const stage = setUpStage();

test.each([
  ['is down', { drop: true }, '已启动', 'request:fail'],
  ['fails', { answer: { status: 500 } }, '密钥服务返回 500，请查看其日志', 'HTTP 500'],
  ['gives no key', { answer: { status: 200, body: '{}' } }, 'config.ts', 'HTTP 200'],
])('a key server that %s: an error page with fitting advice', async (_, fault, advice, reason) => {
  // The SDK asks for a new key when its key expires within a minute: here for each request.
  stage.emulator.configure({ keySeconds: 30 });
  stage.emulator.setFault({ target: 'sts', ...fault });
  const page = stage.open('queues');
  await until(() => page.text.includes('未获取到临时密钥'));
  expect(page.text).toContain(advice);
  expect(page.text).toContain(`原因 ${reason}`);
});

test('one key serves the list and the changes of all queues', async () => {
  const page = await stage.openList();
  const keys = stage.calls('GET /sts').length;
  for (const name of ['archive-nightly', '合同预览队列']) page.row(name).press('switch');
  await until(() => page.rows.every(({ isRunning }) => isRunning));
  expect(stage.calls('GET /sts')).toHaveLength(keys);
  expect(keys).toBeLessThanOrEqual(1);
});

test.each([
  [403, 'AccessDenied', 1],
  // This refusal has nothing to do with the key.
  [404, 'NoSuchBucket', 0],
])('after a refusal with %d %s, a retry asks for %d new keys', async (status, code, keys) => {
  stage.emulator.setFault({ target: 'list', times: 1, answer: { status, code } });
  const page = stage.open('queues');
  await until(() => page.get('alert'));
  const before = stage.calls('GET /sts').length;
  page.press('button', '重试');
  await until(() => page.row('archive-nightly'));
  expect(stage.calls('GET /sts')).toHaveLength(before + keys);
});
