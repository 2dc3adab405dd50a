import type { Fault } from '../../server/emulator';
import { until } from '../support/until';
import { holdResponses, phone } from './support/phone';
import * as stage from './support/stage';

// The SDK asks for a new key when its key expires within a minute: here for each request.
beforeEach(() => stage.emulator.configure({ keySeconds: 30 }));

test('the minimal page lists the queues and pauses and resumes each, waiting in its row; a toast explains a failure', async () => {
  const page = stage.open('minimal');
  expect(page.get('status').textContent).toBe('正在加载…');
  await until(() => page.all('listitem').length === 5);
  const release = holdResponses('PUT', 1);
  page.press('button', '暂停 invoice-preview');
  await until(() => !page.canPress('暂停 invoice-preview'));
  page.press('button', '恢复 archive-nightly');
  await until(() => page.text.includes('archive-nightly（运行中）'));
  expect(page.text).toContain('invoice-preview（运行中）');
  release();
  await until(() => page.text.includes('invoice-preview（已暂停）'));

  stage.refuse('update');
  page.press('button', '恢复 invoice-preview');
  await until(() => phone.toasts.some((toast) => toast.includes('AccessDenied')));
  expect(page.text).toContain('invoice-preview（已暂停）');
  expect(page.canPress('恢复 invoice-preview')).toBe(true);
});

test.each<[message: string, fault: Fault]>([
  ['AccessDenied', { target: 'list', answer: { status: 403 } }],
  ['InvalidCredential', { target: 'sts', drop: true }],
  ['InvalidCredential', { target: 'sts', answer: { status: 500 } }],
])('the minimal page says what failed and tries again: %s after %j', async (message, fault) => {
  jest.spyOn(console, 'error').mockImplementation();
  stage.emulator.setFault(fault);
  const page = stage.open('minimal');
  await until(() => page.get('alert').textContent?.includes(message));
  stage.emulator.setFault([]);
  page.press('button', '重试');
  await until(() => page.all('listitem').length === 5);
});
