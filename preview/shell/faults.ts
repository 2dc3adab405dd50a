export interface Fault {
  readonly label: string;
  readonly hint: string;
  /** As `PUT /_emulator/fault` takes it; without one the service works. */
  readonly service?: object;
  /** The paths to which WeChat itself sends nothing: their host is not in the mini program's list. */
  readonly refused?: RegExp;
}

export const NO_FAULT: Fault = { label: '正常', hint: '选择一种故障，然后刷新列表或拨动开关。' };

/** The service was given another fault, or several, by somebody else. */
const OTHER_FAULT: Fault = { label: '', hint: '服务上设置了其他故障，选择“正常”可清除。' };

const onCalls = (label: string, hint: string, fault: object): Fault => ({
  label,
  hint,
  service: { target: ['list', 'update'], ...fault },
});

const refusal = (label: string, status: number, code: string, why = ''): Fault =>
  onCalls(label, `返回 ${status} ${code}${why}。`, { answer: { status, code } });

export const FAULTS: readonly Fault[] = [
  NO_FAULT,
  onCalls('响应慢', '每次响应延迟 3 秒。', { delay: 3000 }),
  refusal('返回 503', 503, 'ServiceUnavailable'),
  refusal('没有权限', 403, 'AccessDenied', '：临时密钥的策略不允许该操作'),
  refusal('未开通', 400, 'MediaBucketUnBinded', '：存储桶未绑定数据万象'),
  refusal('设备时间不准', 403, 'RequestTimeTooSkewed', '：手机时间与服务器相差过大'),
  onCalls('响应无法识别', '返回 200，但内容是网页，如同公共 Wi-Fi 的登录页。', {
    answer: { status: 200, format: 'html' },
  }),
  onCalls('连接中断', '未响应就断开连接。', { drop: true }),
  {
    label: '密钥服务异常',
    hint: '密钥服务返回 500。已获取的密钥会缓存，请重新启动小程序。',
    service: { target: 'sts', answer: { status: 500 } },
  },
  {
    label: '域名未登记',
    hint: '微信不发出请求：服务域名不在 request 合法域名中。',
    refused: /^\/docqueue/,
  },
];

/** The panel's fault that matches those set on the service. */
export function faultOf(active: readonly unknown[]): Fault {
  if (active.length === 0) return NO_FAULT;
  const known = FAULTS.find(({ service }) => service && isPart(service, active[0]));
  return (active.length === 1 && known) || OTHER_FAULT;
}

/** Whether all of `part` is in `whole`: the service adds its defaults. */
function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object') return part === whole;
  return Object.entries(part as object).every(([name, value]) =>
    isPart(value, Object(whole)[name]),
  );
}
