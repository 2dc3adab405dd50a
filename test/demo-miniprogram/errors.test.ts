import { DocQueueError } from 'cos-wx-docqueue';
import { config } from '../../demo-miniprogram/config';
import type { Fault } from '../../server/emulator';
import { until } from '../support/until';
import { phone } from './support/phone';
import * as stage from './support/stage';

// First: once the demo has a key that lasts, it asks for no other.
test.each([
  ['is down', { drop: true }, '已启动', 'request:fail'],
  ['fails', { answer: { status: 500 } }, '密钥服务返回 500，请查看其日志', 'HTTP 500'],
  ['gives no key', { answer: { status: 200, body: '{}' } }, 'config.ts', 'HTTP 200'],
])('an error page gives fitting advice if the key server %s', async (_, fault, advice, reason) => {
  // With keys that expire within a minute, the SDK asks for one for each request.
  stage.emulator.configure({ keySeconds: 30 });
  stage.emulator.setFault({ target: 'sts', ...fault });
  const page = stage.open('queues');
  await until(() => page.text.includes('未获取到临时密钥'));
  expect(page.text).toContain(advice);
  expect(page.text).toContain(`原因 ${reason}`);
});

test('an error page shows the cause, advice, code and request ID, and can be retried', async () => {
  stage.refuse('list');
  const page = stage.open('queues');
  await until(() => page.text.includes('没有权限'));
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

test.each<[answer: NonNullable<Fault['answer']>, title: string, advice: string]>([
  [{ status: 400, code: 'MediaBucketUnBinded' }, '文档处理未开通', '数据万象控制台绑定'],
  [{ status: 404, code: 'NoSuchBucket' }, '存储桶不存在', 'Bucket 和 Region'],
  [{ status: 403, code: 'RequestTimeTooSkewed' }, '设备时间不准', '日期与时间设为自动'],
  [{ status: 403, code: 'ExpiredToken' }, '临时密钥已过期', '密钥服务的时间'],
  [{ status: 403, code: 'SignatureDoesNotMatch' }, '密钥无效', '属于该存储桶所在的账号'],
  [{ status: 503, code: 'ServiceUnavailable' }, '服务繁忙', '请稍后重试'],
  [{ status: 500, code: 'InternalError' }, '服务异常', '将请求 ID 提供给腾讯云技术支持'],
  [{ status: 400, code: 'InvalidArgument', message: 'Bad' }, '请求被拒绝', '服务给出的原因：Bad'],
  [{ status: 200, body: '<html>Please log in' }, '响应内容无法识别', '请更换网络后重试'],
])('an error page explains the response %j as %s', async (answer, title, advice) => {
  stage.emulator.setFault({ target: 'list', answer });
  const page = stage.open('queues');
  await until(() => page.text.includes(title));
  expect(page.text).toContain(advice);
  expect(page.text).toContain(`错误码 ${answer.code ?? 'InvalidResponse'}`);
  // Only a change may have been made.
  expect(page.text).not.toContain('也许已经生效');
});

test.each([
  ['http://127.0.0.1', 'url not in domain list', '域名未加入合法域名列表', '勾选“不校验合法域名'],
  [
    'https://ci.test/',
    'url not in domain list',
    '域名未加入合法域名列表',
    '添加 https://ci.test。',
  ],
  ['', 'timeout', '请求超时', '错误码 Timeout'],
  ['', 'socket hang up', '无法连接文档处理服务', '.ci.ap-beijing.myqcloud.com 可以访问'],
])('a request to %j failing with %s is explained as %s', async (Domain, reason, title, advice) => {
  jest.replaceProperty(config, 'Domain', Domain);
  phone.networkError = `request:fail ${reason}`;
  const page = stage.open('queues');
  await until(() => page.text.includes(title));
  expect(page.text).toContain(advice);
  expect(page.all('button', '复制请求 ID')).toEqual([]);
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

test.each([
  ['暂停', '暂停结果未知'],
  ['刷新', '刷新失败'],
])('a call that timed out before it is known to be sent: %s, %s', (verb, action) => {
  const { explainError } = require('../../demo-miniprogram/lib/explain-error');
  const error = new DocQueueError('network', 'Timeout', 'Timeout: no response in 5 ms');
  expect(explainError(error, verb)).toMatchObject({ action, title: '请求超时' });
});
