import { until } from '../support/until';
import { setUpStage } from './support/stage';

const stage = setUpStage();

// The SDK asks for a new key when its key expires within a minute: here for each request.
describe('a key server', () => {
  beforeEach(() => stage.emulator.configure({ keySeconds: 30 }));

  test.each([
    ['is down', { drop: true }, '已启动', 'request:fail'],
    ['fails', { answer: { status: 500 } }, '密钥服务返回 500，请查看其日志', 'HTTP 500'],
    ['gives no key', { answer: { status: 200, body: '{}' } }, 'config.ts', 'HTTP 200'],
  ])('that %s: an error page with fitting advice', async (_, fault, advice, reason) => {
    stage.emulator.setFault({ target: 'sts', ...fault });
    const page = stage.open('queues');
    await until(() => page.text.includes('未获取到临时密钥'));
    expect(page.text).toContain(advice);
    expect(page.text).not.toContain('合法域名');
    expect(page.text).toContain(`原因 ${reason}`);
    stage.emulator.setFault([]);
    page.press('button', '重试');
    await until(() => page.row('archive-nightly'));
  });
});

test('one key serves the list and the changes of all queues', async () => {
  stage.emulator.setQueues(
    Array.from({ length: 20 }, (_, index) => ({ Name: `queue ${index}`, State: 'Paused' })),
  );
  stage.emulator.configure({ keySeconds: 1800 });
  const page = await stage.openList();
  const asked = stage.calls('GET /sts').length;
  for (const { name } of page.rows) page.row(name).press('switch');
  await until(() => page.rows.every(({ tag }) => tag === ''));
  expect(stage.calls('PUT')).toHaveLength(20);
  expect(stage.calls('GET /sts')).toHaveLength(asked);
  expect(asked).toBeLessThanOrEqual(1);
});

// The key is valid for long, so that only a refusal is a reason to ask for a new one.
describe('a key that the service refuses', () => {
  beforeEach(() => stage.emulator.configure({ keySeconds: 1800 }));

  test.each([
    [403, 'AccessDenied', 1],
    // This refusal has nothing to do with the key.
    [404, 'NoSuchBucket', 0],
  ])('with %d %s: a retry asks for %d new keys', async (status, code, keys) => {
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status, code } });
    const page = stage.open('queues');
    await until(() => page.get('alert'));
    const asked = stage.calls('GET /sts').length;
    page.press('button', '重试');
    await until(() => page.row('archive-nightly'));
    expect(stage.calls('GET /sts')).toHaveLength(asked + keys);
  });
});
