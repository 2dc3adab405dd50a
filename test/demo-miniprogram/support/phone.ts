import { type RequestOptions, request } from '../../support/wx';

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
  /** Whether no page is below the one on the screen. */
  alone: false,
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

/** `wx.request` over HTTP, unless the phone itself has it fail. */
function wxRequest(options: RequestOptions): void {
  const { unreachable } = phone;
  if (unreachable && options.url.includes(unreachable.address)) {
    setTimeout(options.fail, 0, { errMsg: unreachable.errMsg });
  } else request(options);
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
  navigateBack({ fail }: { fail?(): void } = {}) {
    if (phone.alone) fail?.();
    else phone.routes.push('back');
  },
  reLaunch: ({ url }: { url: string }) => phone.routes.push(`only ${url}`),
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
