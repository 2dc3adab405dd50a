/** What can be made to go wrong. */
export interface Fault {
  readonly id: string;
  readonly label: string;
  /** As `PUT /_emulator/fault` takes it; without one the service works. */
  readonly service?: object;
  /** The paths to which WeChat itself sends nothing: their host is not in the mini program's list. */
  readonly refused?: RegExp;
  /** A key is asked for once and then kept, so the mini program must start anew to feel it. */
  readonly restart?: boolean;
  readonly hint: string;
}

const CALLS = ['list', 'update'];

export const NO_FAULT: Fault = {
  id: 'none',
  label: '正常',
  hint: '选择一种故障，然后刷新列表或拨动开关。',
};

/** Those that the service was given by somebody else. */
export const OTHER_FAULT: Fault = {
  id: 'other',
  label: '',
  hint: '服务上设置了其他故障，选择“正常”可清除。',
};

const refusal = (status: number, code: string, message: string) => ({
  target: CALLS,
  answer: { status, code, message },
});

export const FAULTS: readonly Fault[] = [
  NO_FAULT,
  {
    id: 'slow',
    label: '响应慢',
    service: { target: CALLS, delay: 3000 },
    hint: '每次响应延迟 3 秒。',
  },
  {
    id: 'unavailable',
    label: '返回 503',
    service: refusal(503, 'ServiceUnavailable', 'Please try again later.'),
    hint: '返回 503 ServiceUnavailable。',
  },
  {
    id: 'denied',
    label: '没有权限',
    service: refusal(403, 'AccessDenied', 'Access Denied.'),
    hint: '返回 403 AccessDenied：临时密钥的策略不允许该操作。',
  },
  {
    id: 'unbound',
    label: '未开通',
    service: refusal(400, 'MediaBucketUnBinded', 'The media bucket is unbinded.'),
    hint: '返回 400 MediaBucketUnBinded：存储桶未绑定数据万象。',
  },
  {
    id: 'skewed',
    label: '设备时间不准',
    service: refusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the server time is too large.',
    ),
    hint: '返回 403 RequestTimeTooSkewed：手机时间与服务器相差过大。',
  },
  {
    id: 'nonsense',
    label: '响应无法识别',
    service: { target: CALLS, answer: { status: 200, format: 'html' } },
    hint: '返回 200，但内容是网页，如同公共 Wi-Fi 的登录页。',
  },
  {
    id: 'dropped',
    label: '连接中断',
    service: { target: CALLS, drop: true },
    hint: '未响应就断开连接。',
  },
  {
    id: 'keys',
    label: '密钥服务异常',
    service: { target: 'sts', answer: { status: 500 } },
    restart: true,
    hint: '密钥服务返回 500。已获取的密钥会缓存，因此小程序已重新启动。',
  },
  {
    id: 'hosts',
    label: '域名未登记',
    refused: /^\/docqueue/,
    hint: '微信不发出请求：服务域名不在 request 合法域名中。',
  },
];

/** The fault that is on, of those that the service tells. */
export function faultOf(active: readonly unknown[]): Fault {
  if (active.length === 0) return NO_FAULT;
  const known = FAULTS.find(({ service }) => service && isPart(service, active[0]));
  return (active.length === 1 && known) || OTHER_FAULT;
}

/** Whether all of `part` is in `whole`: the service adds what it takes by default. */
function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object') return part === whole;
  return Object.entries(part as object).every(([name, value]) =>
    isPart(value, Object(whole)[name]),
  );
}
