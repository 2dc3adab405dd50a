import { until } from '../support/until';
import { phone } from './support/phone';
import { setUpStage } from './support/stage';

const stage = setUpStage();

test('a failure is told with its reason, what to do, code and request id, and can be retried', async () => {
  stage.refuse('list');
  const page = stage.open('queues');
  await until(() => page.get('alert'));
  expect(page.text).toContain('没有权限');
  expect(page.text).toContain(
    '允许 ci:DescribeDocProcessQueues 和 ci:UpdateDocProcessQueue，资源需包含该存储桶',
  );
  expect(page.text).toContain('错误码 AccessDenied');
  page.press('button', '复制请求 ID');
  expect(phone.clipboard).toMatch(/^\S{20,}$/);
  expect(page.text).toContain(phone.clipboard);

  page.press('button', '重试');
  expect(page.get('status').getAttribute('aria-label')).toBe('正在加载队列');
  await until(() => page.row('archive-nightly'));
  expect(page.all('alert')).toEqual([]);
});

test.each([
  [400, 'MediaBucketUnBinded', '文档处理未开通', '数据万象控制台绑定'],
  [400, 'DocBucketUnBinded', '文档处理未开通', '开通“文档处理”'],
  [400, 'CIRoleNotExist', '文档处理未开通', '数据万象控制台'],
  [404, 'NoSuchBucket', '存储桶不存在', 'Bucket 和 Region'],
  [403, 'RequestTimeTooSkewed', '设备时间不准', '日期与时间设为自动'],
  [401, 'SignatureExpired', '设备时间不准', '日期与时间设为自动'],
  [403, 'ExpiredToken', '临时密钥已过期', '密钥服务器的时间'],
  [403, 'SignatureDoesNotMatch', '密钥无效', '属于该存储桶所在的账号'],
  [401, 'SecretidNotExist', '密钥无效', '属于该存储桶所在的账号'],
  [503, 'ServiceUnavailable', '服务繁忙', '请稍后重试'],
  [429, 'SlowDown', '服务繁忙', '请稍后重试'],
  [500, 'InternalErrror', '服务异常', '将请求 ID 提供给腾讯云技术支持'],
  [400, 'InvalidArgument', '请求被拒绝', '服务给出的原因：state is wrong'],
])('%d %s: %s', async (status, code, title, advice) => {
  const answer = { status, code, message: 'state is wrong' };
  stage.emulator.setFault({ target: 'list', answer });
  const page = stage.open('queues');
  await until(() => page.text.includes(title));
  expect(page.text).toContain(advice);
  expect(page.text).toContain(`错误码 ${code}`);
});

test.each([
  ['no XML', '<html><body>Please log in</body></html>'],
  [
    'fewer queues than it counts',
    '<Response><TotalCount>9</TotalCount><PageNumber>1</PageNumber></Response>',
  ],
])('an answer with %s', async (_, body) => {
  stage.emulator.setFault({ target: 'list', answer: { status: 200, body } });
  const page = stage.open('queues');
  await until(() => page.text.includes('响应内容无法识别'));
  expect(page.text).toContain('错误码 InvalidResponse');
  expect(page.text).not.toContain('也许已经生效');
});

test.each([
  ['request:fail url not in domain list', '域名未加入合法域名列表', '错误码 NetworkError'],
  ['request:fail timeout', '请求超时', '错误码 Timeout'],
  ['request:fail socket hang up', '无法连接文档处理服务', '错误码 NetworkError'],
])('no answer, %s: %s', async (networkError, title, code) => {
  phone.networkError = networkError;
  const page = stage.open('queues');
  await until(() => page.text.includes(title));
  expect(page.text).toContain(code);
  expect(page.all('button', '复制请求 ID')).toEqual([]);
});
