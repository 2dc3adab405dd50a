import type { Modal, Toast } from '../../shell/screen';
import type { PageStack } from '../page-stack';
import type { AppConfig } from '../program';
import { shell } from '../shell';
import { withCallbacks } from './callbacks';
import { type RequestOptions, request } from './request';

const TOAST_TIME = 1500;
const DEFAULT_TIMEOUT = 60_000;

/** `wx`, as far as the preview has it. */
export function createWx({ networkTimeout }: AppConfig, pages: PageStack) {
  const timeout = networkTimeout?.request ?? DEFAULT_TIMEOUT;
  const wx: Record<string, unknown> = {
    ...withCallbacks({
      request: (options: RequestOptions) => request(options, timeout),

      showModal: (modal: Modal) => shell.showModal(modal),
      showToast,
      async setClipboardData({ data }: { data: string }) {
        await navigator.clipboard.writeText(data);
        // WeChat says so by itself.
        showToast({ title: '内容已复制', icon: 'none' });
      },

      navigateTo: ({ url }: { url: string }) => pages.open(url),
      async navigateBack() {
        if (!(await pages.back())) throw new Error('cannot navigate back');
      },
      reLaunch: ({ url }: { url: string }) => pages.openAlone(url),
      stopPullDownRefresh: () => pages.pullDown.stop(),
      enableAlertBeforeUnload({ message }: { message: string }) {
        pages.top.alertBeforeLeaving = message;
      },
      disableAlertBeforeUnload() {
        pages.top.alertBeforeLeaving = undefined;
      },
    }),

    getAppBaseInfo: () => ({
      SDKVersion: '3.7.12',
      version: '8.0.50',
      language: 'zh_CN',
      theme: shell.theme,
      fontSizeSetting: shell.fontSize,
      host: { env: 'WeChat' },
    }),
    getDeviceInfo: () => ({
      brand: 'devtools',
      model: 'cos-wx-docqueue preview',
      system: 'iOS 17.0',
      platform: 'devtools',
    }),
    // The SDK asks for it when it is loaded; nothing here reads or writes files.
    getFileSystemManager: () => ({}),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in wx,
  };
  return wx;
}

let hiding: ReturnType<typeof setTimeout> | undefined;

function showToast({ title, icon = 'success' }: Partial<Toast> & { title: string }): void {
  clearTimeout(hiding);
  shell.showToast({ title, icon });
  hiding = setTimeout(() => shell.hideToast(), TOAST_TIME);
}
