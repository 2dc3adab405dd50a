import { request } from 'node:http';

type Modal = Pick<WechatMiniprogram.ShowModalOption, 'title' | 'content' | 'success' | 'fail'>;

/** What the mini program did to the phone, and how the phone behaves. */
export const phone = {
  toasts: [] as string[],
  /** Questions that wait for an answer. */
  modals: [] as Modal[],
  clipboard: '',
  refusesToCopy: false,
  /** Where the mini program went, `back` included. */
  routes: [] as string[],
  /** What is asked before the page is left. */
  alert: '',
  pullDownStops: 0,
  fontSizeSetting: 16,
  /** Fails the next requests whose address contains the text, as the phone itself would. */
  unreachable: undefined as { address: string; errMsg: string } | undefined,
};

const pristine = structuredClone(phone);

export function resetPhone(): void {
  Object.assign(phone, structuredClone(pristine));
}

/** Answers the question on the screen. */
export function answer(confirm: boolean): void {
  const modal = phone.modals.shift();
  if (!modal) throw new Error('nothing is asked');
  modal.success?.({ confirm, cancel: !confirm, errMsg: 'showModal:ok', content: null });
}

type Options = WechatMiniprogram.RequestOption<WechatMiniprogram.IAnyObject>;

/** `wx.request` over HTTP, with the shapes that WeChat gives its answers and failures. */
function wxRequest(options: Options): void {
  const { url, method = 'GET', data, timeout = 60_000 } = options;
  const fail = (errMsg: string) => options.fail?.({ errMsg, errno: 600001 });
  const { unreachable } = phone;
  if (unreachable && url.includes(unreachable.address)) {
    setTimeout(fail, 0, unreachable.errMsg);
    return;
  }
  const headers = { ...options.header };
  const sent = request(url, { method, headers, timeout }, (received) => {
    const chunks: Buffer[] = [];
    received.on('data', (chunk) => chunks.push(chunk));
    received.on('error', ({ message }) => fail(`request:fail ${message}`));
    received.on('end', () => {
      options.success?.({
        statusCode: received.statusCode ?? 0,
        header: received.headers as Record<string, string>,
        data: parse(Buffer.concat(chunks).toString(), options.dataType),
        cookies: [],
        errMsg: 'request:ok',
      } as never);
    });
  });
  sent.on('timeout', () => sent.destroy(new Error('timeout')));
  sent.on('error', ({ message }) => fail(`request:fail ${message}`));
  sent.end(data as string | undefined);
}

function parse(text: string, dataType = 'json'): string {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const wx = {
  request: wxRequest,
  canIUse: () => true,
  getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSizeSetting }),
  getDeviceInfo: () => ({}),
  getSystemInfoSync: () => ({}),
  getFileSystemManager: () => ({}),
  showModal: (modal: Modal) => phone.modals.push(modal),
  showToast: ({ title }: { title: string }) => phone.toasts.push(title),
  setClipboardData({ data, fail }: { data: string; fail(): void }) {
    if (phone.refusesToCopy) fail();
    else phone.clipboard = data;
  },
  navigateTo: ({ url }: { url: string }) => phone.routes.push(url),
  navigateBack: () => phone.routes.push('back'),
  stopPullDownRefresh() {
    phone.pullDownStops += 1;
  },
  enableAlertBeforeUnload({ message }: { message: string }) {
    phone.alert = message;
  },
  disableAlertBeforeUnload() {
    phone.alert = '';
  },
};
