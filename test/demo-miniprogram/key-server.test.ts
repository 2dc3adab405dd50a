import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

// The SDK asks for another key when the one it has ends within a minute: here each time.
const stage = setUpStage({ keySeconds: 30 });

describe('a key server', () => {
  test.each([
    ['down', { target: 'sts', drop: true } as const, 'request:fail'],
    ['failing', { target: 'sts', answer: { status: 500 } } as const, 'HTTP 500'],
    ['without a key', { target: 'sts', answer: { status: 200, body: '{}' } } as const, '没有密钥'],
    ['no key server', { target: 'sts', answer: { status: 200, body: 'Hi' } } as const, '没有密钥'],
  ])('that is %s shows as an error', async (_, fault, reason) => {
    stage.emulator.setFault(fault);
    const page = stage.open('queues');
    await until(() => page.text.includes('未获取到临时密钥'));
    expect(page.text).toContain(`${stage.emulator.url}/sts`);
    expect(page.text).toContain(reason);
    stage.emulator.setFault([]);
    page.press('button', '重试');
    await until(() => page.row('archive-nightly'));
  });

  test('that hangs is not waited for without end', async () => {
    const timeouts: (number | undefined)[] = [];
    const { wx } = globalThis as unknown as { wx: { request(options: object): void } };
    const request = jest.spyOn(wx, 'request').mockImplementation((options) => {
      timeouts.push((options as { timeout?: number }).timeout);
    });
    const page = stage.open('queues');
    await aWhile();
    request.mockRestore();
    page.leave();
    expect(timeouts[0]).toBeLessThanOrEqual(10_000);
  });
});

// With a key that is good for long, so that only a refusal is a reason to ask for another.
describe('a key that the service refuses', () => {
  beforeEach(() => stage.emulator.configure({ keySeconds: 1800 }));

  test.each(['AccessDenied', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidAccessKeyId'])(
    'with %s is not used again: a retry asks the key server for a new one',
    async (code) => {
      stage.emulator.setFault({ target: 'list', answer: { status: 403, code } });
      const page = stage.open('queues');
      await until(() => page.get('alert'));
      const asked = stage.calls('GET /sts').length;
      stage.emulator.setFault([]);
      page.press('button', '重试');
      await until(() => page.row('archive-nightly'));
      expect(stage.calls('GET /sts')).toHaveLength(asked + 1);
    },
  );

  test('is told from one that is only kept from this call', async () => {
    const page = stage.open('queues');
    await until(() => page.row('archive-nightly'));
    const asked = stage.calls('GET /sts').length;
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status: 404 } });
    page.press('button', '刷新');
    await until(() => page.get('alert'));
    page.press('button', '刷新');
    await until(() => page.all('alert').length === 0);
    expect(stage.calls('GET /sts')).toHaveLength(asked);
  });
});
