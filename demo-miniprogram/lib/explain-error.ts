import { type DocQueueError, isDocQueueError } from 'cos-wx-docqueue';
import { config } from '../config';
import { keyFailure } from './client';

/** What the pages tell of a failure. */
export interface Problem {
  title: string;
  advice: string;
  /** The words of whoever refused, where they help. */
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
    return { title: '出了意料之外的错误', advice: '请重试。', detail, code: '', requestId: '' };
  }
  const { title, advice, detail = '' } = explain(error);
  // A change whose answer was lost or unreadable may have been made: the old state is only a guess.
  const unsure = error.method === 'PUT' && ['network', 'response'].includes(error.kind);
  return {
    title,
    advice: unsure ? `${advice}这次更改也许已经生效，请先刷新确认。` : advice,
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

function explain(error: DocQueueError): Explanation {
  switch (error.kind) {
    case 'credential':
      return {
        title: '没有拿到临时密钥',
        advice: `请确认密钥服务 ${config.keyServer} 已经启动，并且在 request 合法域名里。`,
        detail: keyFailure(),
      };
    case 'network':
      return explainNetwork(error);
    case 'response':
      return {
        title: '收到的回答读不懂',
        advice: '路上的代理或登录页可能改写了回答，请换个网络再试。',
      };
    case 'param':
      return { title: '参数不对', advice: '请检查 config.ts 里的配置。', detail: error.message };
    default:
      return explainRefusal(error);
  }
}

function explainNetwork({ code, error }: DocQueueError): Explanation {
  if (code === 'Timeout') {
    return { title: '等了很久没有回答', advice: '网络或服务很慢，请稍后重试。' };
  }
  const detail = String(error ?? '');
  if (/domain list/i.test(detail)) {
    return {
      title: '域名不在合法域名列表里',
      advice: `请在小程序后台的 request 合法域名里加入 ${serviceHost()}。`,
      detail,
    };
  }
  return {
    title: '连不上文档处理服务',
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
      title: '服务出了错',
      advice: '请稍后重试。一直这样的话，把请求 ID 交给腾讯云技术支持。',
      detail,
    };
  }
  return { title: '服务没有答应这次请求', advice: '请按下面的原因调整后重试。', detail };
}

// The codes are those of 460/42867 and 436/7730. How the service spells an unbound bucket is not
// documented in one way, so its sisters are taken as well.
const REFUSALS: readonly (readonly [RegExp, Explanation])[] = [
  [
    /^(AccessDenied|Unauthorized\w*)$/,
    {
      title: '没有权限',
      advice:
        '请在临时密钥的策略里允许 ci:DescribeDocProcessQueues 和 ci:UpdateDocProcessQueue，资源要包含这个存储桶。',
    },
  ],
  [
    /Bucket\w*(Un|Not)Bind|UnBind\w*Bucket|CIRoleNotExist|NotOpen|NotActivated|ResourceNotFound/i,
    {
      title: '文档处理还没有开通',
      advice: '请在数据万象控制台绑定这个存储桶，并在它的“文档处理”里开通服务。',
    },
  ],
  [
    /^NoSuchBucket$/,
    { title: '找不到这个存储桶', advice: '请检查 config.ts 里的 Bucket 和 Region。' },
  ],
  [
    /^(RequestTimeTooSkewed|SignatureExpired|RequestIsExpired)$/,
    {
      title: '时间对不上',
      advice: '请把手机和密钥服务器的日期与时间都设为自动，然后重试。',
    },
  ],
  [
    /^(ExpiredToken|InvalidToken)$/,
    { title: '临时密钥过期了', advice: '请重试；若还是这样，请检查密钥服务器的时间。' },
  ],
  [
    /^(SignatureDoesNotMatch|InvalidAccessKeyId|SecretidNotExist|(Invalid|Missing)Authorization)$/,
    {
      title: '密钥没有被接受',
      advice: '请检查密钥服务用的密钥：它要有效，并属于这个存储桶的账号。',
    },
  ],
  [/^QueueNotFound$/, { title: '这个队列已经不在了', advice: '请回到列表下拉刷新。' }],
  [/^(SlowDown|ServiceUnavailable)$/, { title: '服务正忙', advice: '请稍等片刻再试。' }],
];
