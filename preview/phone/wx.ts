import type { Modal, Toast } from '../shell/screen';
import { type RequestOptions, request } from '../wx-request';
import { withCallbacks } from './callbacks';
import type { PageStack } from './page-stack';
import type { AppConfig } from './program';
import { shell } from './shell';

/** `wx`, as far as the preview has it. */
export function createWx({ networkTimeout }: AppConfig, pages: PageStack) {
  const timeout = networkTimeout?.request ?? 60_000;
  const wx: Record<string, unknown> = {
    ...withCallbacks({
      request: (options: RequestOptions) =>
        requestAndLog({ ...options, timeout: options.timeout ?? timeout }),

      async showModal(modal: Modal) {
        const confirm = await shell.showModal(modal);
        return { confirm, cancel: !confirm };
      },
      showToast: (toast: Toast) => shell.showToast(toast),
      async setClipboardData({ data }: { data: string }) {
        await navigator.clipboard.writeText(data);
        // WeChat says so by itself.
        shell.showToast({ title: '内容已复制', icon: 'none' });
      },

      navigateTo: ({ url }: { url: string }) => pages.open(url),
      async navigateBack() {
        if (!(await pages.back())) throw new Error('cannot navigate back');
      },
      stopPullDownRefresh() {},
      enableAlertBeforeUnload({ message }: { message: string }) {
        pages.top.alertBeforeLeaving = message;
      },
      disableAlertBeforeUnload() {
        pages.top.alertBeforeLeaving = undefined;
      },
    }),

    getAppBaseInfo: () => ({ SDKVersion: '3.7.12', fontSizeSetting: shell.fontSize }),
    // The SDK calls it when it is loaded; nothing here reads or writes files.
    getFileSystemManager: () => ({}),
    canIUse: (name: string) => name in wx,
  };
  return wx;
}

/** Sends a request, unless the panel refuses it, and shows it there. */
async function requestAndLog(options: RequestOptions) {
  const { method = 'GET' } = options;
  const { pathname, search } = new URL(options.url);
  const start = performance.now();
  let outcome: number | string = '';
  try {
    if (shell.refuses(pathname)) throw new Error('url not in domain list');
    const response = await request(options);
    outcome = response.statusCode;
    return response;
  } catch (error) {
    outcome = (error as Error).message;
    throw error;
  } finally {
    const milliseconds = Math.round(performance.now() - start);
    shell.logRequest({ method, path: pathname + search, outcome, milliseconds });
  }
}
