import { type DocQueueError, isDocQueueError } from 'cos-wx-docqueue';
import { config } from '../config';
import { lastKeyError } from './client';

/** What the pages tell about a failure. */
export interface Problem {
  /** What failed or may have failed, such as 刷新失败 or 保存结果未知; empty if the whole page did. */
  action: string;
  /** Why it failed. */
  title: string;
  /** What the user can do about it. */
  advice: string;
  /** Whether to try again, to look first how things are now, or to leave: no retry can help. */
  remedy: 'retry' | 'refresh' | 'leave';
  /** The words of whoever reported the failure. */
  detail: string;
  code: string;
  /** Tencent Cloud's support asks for it. Empty when no response arrived. */
  requestId: string;
}

type Explanation = Pick<Problem, 'title' | 'advice'>;

/** Says in Chinese why something, such as 刷新, failed and what to do about it. */
export function explainError(error: unknown, verb = ''): Problem {
  const action = verb && `${verb}失败`;
  if (!isDocQueueError(error)) {
    const detail = error instanceof Error ? error.message : String(error);
    return { action, ...APP_ERROR, remedy: 'retry', detail, code: '', requestId: '' };
  }
  const { title, advice } = explain(error);
  // A change whose response was lost or unreadable may have been made. The package's own Timeout names no method.
  const isChange = error.method !== 'GET' && !['', '刷新'].includes(verb);
  const isUncertain = isChange && ['network', 'response'].includes(error.kind);
  const isHopeless = error.code === 'QueueNotFound' || error.kind === 'param';
  return {
    action: isUncertain ? `${verb}结果未知` : action,
    title,
    advice: isUncertain ? '这次更改也许已经生效，请先刷新确认。' : advice,
    remedy: isHopeless ? 'leave' : isUncertain ? 'refresh' : 'retry',
    detail: detailOf(error),
    code: error.code,
    requestId: error.RequestId ?? '',
  };
}

function detailOf({ kind, error, message }: DocQueueError): string {
  if (kind === 'credential') return lastKeyError()?.message ?? message;
  return String((typeof error === 'string' ? error : Object(error).Message) || message);
}

function explain(error: DocQueueError): Explanation {
  switch (error.kind) {
    case 'credential':
      return { title: '未获取到临时密钥', advice: adviseOnKeyServer() };
    case 'network':
      return explainNetwork(error);
    case 'service':
      return explainRefusal(error);
    case 'response':
      return {
        title: '响应内容无法识别',
        advice: '响应可能被代理或 Wi-Fi 登录页改写，请更换网络后重试。',
      };
    case 'param':
      return { title: '参数有误', advice: '请检查填写的内容和 config.ts 中的配置。' };
    default:
      return APP_ERROR;
  }
}

const APP_ERROR: Explanation = { title: '小程序出错', advice: '请查看错误详情，修改代码后重试。' };

function adviseOnKeyServer(): string {
  const { message = '', statusCode = 0 } = lastKeyError() ?? {};
  if (statusCode === 200) return '密钥服务的响应中没有密钥，请检查 config.ts 中的 keyServer。';
  if (statusCode > 0) return `密钥服务返回 ${statusCode}，请查看其日志。`;
  if (NOT_REGISTERED.test(message)) return adviseOnHost(config.keyServer);
  return `请检查网络，并确认密钥服务 ${config.keyServer} 已启动。`;
}

/** What WeChat says when the host is not in the mini program's list. */
const NOT_REGISTERED = /domain list/i;

/** The list takes only https hosts: for one on this machine, the check must be turned off. */
function adviseOnHost(url: string): string {
  const [host] = /^https:\/\/[^/]+/.exec(url) ?? [];
  return host
    ? `请在小程序后台的 request 合法域名中添加 ${host}。`
    : '本地服务无法加入合法域名，请在开发者工具的“详情 - 本地设置”中勾选“不校验合法域名…”。';
}

function explainNetwork(error: DocQueueError): Explanation {
  if (error.code === 'Timeout') {
    return { title: '请求超时', advice: '网络或服务响应较慢，请稍后重试。' };
  }
  const host = config.Domain || `https://${config.Bucket}.ci.${config.Region}.myqcloud.com`;
  return NOT_REGISTERED.test(detailOf(error))
    ? { title: '域名未加入合法域名列表', advice: adviseOnHost(host) }
    : { title: '无法连接文档处理服务', advice: `请检查网络，并确认 ${host} 可以访问。` };
}

function explainRefusal(error: DocQueueError): Explanation {
  const [, title, advice] = REFUSALS.find(([codes]) => codes.test(error.code)) ?? [];
  if (title && advice) return { title, advice };
  if ((error.statusCode ?? 0) >= 500) {
    return {
      title: '服务异常',
      advice: '请稍后重试。如果一直失败，请将请求 ID 提供给腾讯云技术支持。',
    };
  }
  return { title: '请求被拒绝', advice: `服务给出的原因：${detailOf(error)}` };
}

// The codes are those of 460/42867 and 436/7730. How the service spells an unbound bucket differs from page to
// page, so similar spellings are matched as well.
const REFUSALS: readonly (readonly [codes: RegExp, title: string, advice: string])[] = [
  [
    /^(AccessDenied|Unauthorized\w*)$/,
    '没有权限',
    '请在临时密钥的策略中允许 ci:DescribeDocProcessQueues 和 ci:UpdateDocProcessQueue，资源需包含该存储桶。',
  ],
  [
    /Bucket\w*(Un|Not)Bind|UnBind\w*Bucket|CIRoleNotExist|NotOpen|NotActivated|ResourceNotFound/i,
    '文档处理未开通',
    '请在数据万象控制台绑定该存储桶，并开通“文档处理”服务。',
  ],
  [/^NoSuchBucket$/, '存储桶不存在', '请检查 config.ts 中的 Bucket 和 Region。'],
  [
    /^(RequestTimeTooSkewed|SignatureExpired|RequestIsExpired)$/,
    '设备时间不准',
    '请将手机和密钥服务的日期与时间设为自动，然后重试。',
  ],
  [
    /^(ExpiredToken|InvalidToken)$/,
    '临时密钥已过期',
    '请重试。如果仍然失败，请检查密钥服务的时间。',
  ],
  [
    /^(SignatureDoesNotMatch|InvalidAccessKeyId|SecretidNotExist|(Invalid|Missing)Authorization)$/,
    '密钥无效',
    '请检查密钥服务使用的密钥：须有效，且属于该存储桶所在的账号。',
  ],
  [/^QueueNotFound$/, '队列不存在', '该队列可能已被删除，请查看最新列表。'],
  [/^(SlowDown|ServiceUnavailable)$/, '服务繁忙', '请稍后重试。'],
];
