import { type RequestOptions, request, WX } from '../../support/wx';

type Modal = Pick<WechatMiniprogram.ShowModalOption, 'title' | 'content' | 'success' | 'fail'>;

const newPhone = () => ({
  toasts: [] as string[],
  /** The questions on the screen. */
  modals: [] as Modal[],
  clipboard: '',
  /** Where the mini program went, `back` included. */
  routes: [] as string[],
  /** What is asked before the page is left. */
  alert: '',
  pullDownStops: 0,
  fontSizeSetting: 16,
  /** The reason that WeChat gives when requests to the service fail. */
  networkError: '',
  /** How many responses to which method are held back, and until when. */
  held: { method: '', count: 0, until: Promise.resolve() },
});

/** What the mini program did to the phone, and how the phone behaves. */
export const phone = newPhone();

export const resetPhone = () => Object.assign(phone, newPhone());

/** Answers the question on the screen. */
export function answer(confirm: boolean): void {
  const modal = phone.modals.shift();
  if (!modal) throw new Error('nothing is asked');
  modal.success?.({ confirm, cancel: !confirm, errMsg: 'showModal:ok', content: '' });
}

/** Holds back the responses to the next calls until the returned function is called. */
export function holdResponses(method: 'GET' | 'PUT', count = Number.POSITIVE_INFINITY): () => void {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  phone.held = { method, count, until };
  return release;
}

/** `wx.request` over HTTP, unless the test wants it to fail. */
function wxRequest(options: RequestOptions) {
  const { networkError, held } = phone;
  if (networkError && options.url.includes('/docqueue')) {
    setTimeout(options.fail, 0, { errMsg: networkError });
    return { abort() {} };
  }
  if (options.method !== held.method || held.count === 0) return request(options);
  held.count -= 1;
  return request({
    ...options,
    success: (response) => held.until.then(() => options.success(response)),
  });
}

export const wx = {
  ...WX,
  request: wxRequest,
  getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSizeSetting }),
  showModal: (modal: Modal) => phone.modals.push(modal),
  showToast: ({ title }: { title: string }) => phone.toasts.push(title),
  setClipboardData: ({ data }: { data: string }) => Object.assign(phone, { clipboard: data }),
  navigateTo: ({ url }: { url: string }) => phone.routes.push(url),
  navigateBack: () => phone.routes.push('back'),
  stopPullDownRefresh: () => Object.assign(phone, { pullDownStops: phone.pullDownStops + 1 }),
  enableAlertBeforeUnload: ({ message }: { message: string }) =>
    Object.assign(phone, { alert: message }),
  disableAlertBeforeUnload: () => Object.assign(phone, { alert: '' }),
};
