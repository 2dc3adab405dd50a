import { type DocQueueError, isDocQueueError } from 'cos-wx-docqueue';
import { config } from '../config';
import { keyFailure } from './client';

/** What the pages tell of a failure. */
export interface Problem {
  title: string;
  advice: string;
  /** What helps: to try again, to read first how things are now, or neither, as the queue is gone. */
  remedy: 'retry' | 'refresh' | 'leave';
  /** The words of whoever failed, for those who look into it. */
  detail: string;
  code: string;
  /** Tencent Cloud's support asks for it. Empty when no answer arrived. */
  requestId: string;
}

type Explanation = Pick<Problem, 'title' | 'advice'> & { detail?: string };

/** Says in the user's language why something failed and what to do about it. */
export function explainError(error: unknown): Problem {
  if (!isDocQueueError(error)) {
    const detail = error instanceof Error ? error.message : String(error);
    const unknown = { title: '发生未知错误', advice: '请重试。', detail };
    return { ...unknown, remedy: 'retry', code: '', requestId: '' };
  }
  const { title, advice, detail = '' } = explain(error);
  // A change whose answer was lost or unreadable may have been made: the old state is only a guess.
  const unsure = error.method === 'PUT' && ['network', 'response'].includes(error.kind);
  return {
    title,
    advice: unsure ? `${advice}这次更改也许已经生效，请先刷新确认。` : advice,
    remedy: remedyFor(error, unsure),
    detail,
    code: error.code,
    requestId: error.RequestId ?? '',
  };
}

/** The same beside what else is on the screen: there it must be told what failed. */
export function explainFailed(what: string, error: unknown): Problem {
  const problem = explainError(error);
  return { ...problem, title: `${what}：${problem.title}` };
}

function remedyFor({ code, kind }: DocQueueError, unsure: boolean): Problem['remedy'] {
  if (code === 'QueueNotFound' || kind === 'param') return 'leave';
  return unsure ? 'refresh' : 'retry';
}

function explain(error: DocQueueError): Explanation {
  switch (error.kind) {
    case 'credential':
      return {
        title: '未获取到临时密钥',
        advice: `请确认密钥服务 ${config.keyServer} 已启动，并已加入 request 合法域名。`,
        detail: keyFailure(),
      };
    case 'network':
      return explainNetwork(error);
    case 'response':
      return {
        title: '响应内容无法识别',
        advice: '响应可能被代理或 Wi-Fi 登录页改写，请更换网络后重试。',
        detail: error.message,
      };
    case 'param':
      return {
        title: '参数有误',
        advice: '请检查 config.ts 中的配置。',
        detail: error.message,
      };
    default:
      return explainRefusal(error);
  }
}

function explainNetwork({ code, error }: DocQueueError): Explanation {
  if (code === 'Timeout') {
    return { title: '请求超时', advice: '网络或服务响应较慢，请稍后重试。' };
  }
  const detail = String(error ?? '');
  if (/domain list/i.test(detail)) {
    return {
      title: '域名未加入合法域名列表',
      advice: `请在小程序后台的 request 合法域名中添加 ${serviceHost()}。`,
      detail,
    };
  }
  return {
    title: '无法连接文档处理服务',
    advice: `请检查网络，并确认 ${serviceHost()} 可以访问。`,
    detail,
  };
}

function serviceHost(): string {
  return config.Domain || `https://${config.Bucket}.ci.${config.Region}.myqcloud.com`;
}

function explainRefusal({ code, statusCode = 0, error }: DocQueueError): Explanation {
  const known = REFUSALS.find(([codes]) => codes.test(code))?.[1];
  if (known) return known;
  const detail = String(Object(error).Message ?? '');
  if (statusCode >= 500) {
    return {
      title: '服务异常',
      advice: '请稍后重试。如果一直失败，请将请求 ID 提供给腾讯云技术支持。',
      detail,
    };
  }
  return { title: '请求被拒绝', advice: `服务给出的原因：${detail || code}` };
}

// The codes are those of 460/42867 and 436/7730. How the service spells an unbound bucket is not
// documented in one way, so its sisters are taken as well.
const REFUSALS: readonly (readonly [RegExp, Explanation])[] = [
  [
    /^(AccessDenied|Unauthorized\w*)$/,
    {
      title: '没有权限',
      advice:
        '请在临时密钥的策略中允许 ci:DescribeDocProcessQueues 和 ci:UpdateDocProcessQueue，资源需包含该存储桶。',
    },
  ],
  [
    /Bucket\w*(Un|Not)Bind|UnBind\w*Bucket|CIRoleNotExist|NotOpen|NotActivated|ResourceNotFound/i,
    {
      title: '文档处理未开通',
      advice: '请在数据万象控制台绑定该存储桶，并开通“文档处理”服务。',
    },
  ],
  [/^NoSuchBucket$/, { title: '存储桶不存在', advice: '请检查 config.ts 中的 Bucket 和 Region。' }],
  [
    /^(RequestTimeTooSkewed|SignatureExpired|RequestIsExpired)$/,
    {
      title: '设备时间不准',
      advice: '请将手机和密钥服务器的日期与时间设为自动，然后重试。',
    },
  ],
  [
    /^(ExpiredToken|InvalidToken)$/,
    { title: '临时密钥已过期', advice: '请重试。如果仍然失败，请检查密钥服务器的时间。' },
  ],
  [
    /^(SignatureDoesNotMatch|InvalidAccessKeyId|SecretidNotExist|(Invalid|Missing)Authorization)$/,
    {
      title: '密钥无效',
      advice: '请检查密钥服务使用的密钥：须有效，且属于该存储桶所在的账号。',
    },
  ],
  [/^QueueNotFound$/, { title: '队列不存在', advice: '该队列可能已被删除，请查看最新列表。' }],
  [/^(SlowDown|ServiceUnavailable)$/, { title: '服务繁忙', advice: '请稍后重试。' }],
];
