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
  hint: '选一种故障，再下拉刷新、拨动开关或重新启动。',
};

export const FAULTS: readonly Fault[] = [
  NO_FAULT,
  {
    id: 'slow',
    label: '很慢',
    service: { target: CALLS, delay: 3000 },
    hint: '每个回答都晚 3 秒到。',
  },
  {
    id: 'unavailable',
    label: '服务不可用',
    service: { target: CALLS, answer: { status: 503 } },
    hint: '回答 503 ServiceUnavailable。',
  },
  {
    id: 'denied',
    label: '没有权限',
    service: { target: CALLS, answer: { status: 403, message: 'Access Denied.' } },
    hint: '回答 403 AccessDenied：临时密钥的策略不允许这个操作。',
  },
  {
    id: 'unbound',
    label: '没有开通',
    service: {
      target: CALLS,
      answer: {
        status: 400,
        code: 'MediaBucketUnBinded',
        message: 'The media bucket is unbinded.',
      },
    },
    hint: '回答 400 MediaBucketUnBinded：存储桶还没有绑定数据万象。',
  },
  {
    id: 'skewed',
    label: '时间不准',
    service: {
      target: CALLS,
      answer: {
        status: 403,
        code: 'RequestTimeTooSkewed',
        message: 'The difference between the request time and the server time is too large.',
      },
    },
    hint: '回答 403 RequestTimeTooSkewed：手机的时钟不准。',
  },
  {
    id: 'nonsense',
    label: '乱码回答',
    service: { target: CALLS, answer: { status: 200, format: 'html' } },
    hint: '回答 200，内容却是一张网页，像公共 Wi-Fi 的登录页。',
  },
  {
    id: 'dropped',
    label: '连接中断',
    service: { target: CALLS, drop: true },
    hint: '连接在回答之前断开。',
  },
  {
    id: 'keys',
    label: '密钥服务故障',
    service: { target: 'sts', answer: { status: 500 } },
    restart: true,
    hint: '密钥服务回答 500。拿到过的密钥有缓存，所以小程序重新启动了。',
  },
  {
    id: 'hosts',
    label: '域名未登记',
    refused: /^\/docqueue/,
    hint: '微信不发出请求：服务的域名不在 request 合法域名里。',
  },
];
