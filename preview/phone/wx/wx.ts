import type { Modal, Toast } from '../../shell/screen';
import type { PageStack } from '../page-stack';
import type { AppConfig, Theme } from '../program';
import { shell } from '../shell';
import { withCallbacks } from './callbacks';
import { type RequestOptions, request } from './request';

type ThemeListener = (change: { theme: Theme }) => void;

const themeListeners = new Set<ThemeListener>();

/** Notifies the mini program that another theme was chosen. */
export function themeChanged(): void {
  for (const listener of themeListeners) listener({ theme: shell.theme });
}

const TOAST_TIME = 1500;
const DEFAULT_TIMEOUT = 60_000;

/** `wx`, as far as the preview has it. */
export function createWx({ networkTimeout }: AppConfig, pages: PageStack) {
  const timeout = networkTimeout?.request ?? DEFAULT_TIMEOUT;
  const wx: Record<string, unknown> = {
    ...withCallbacks({
      request: (options: RequestOptions) =>
        logged({ ...options, timeout: options.timeout ?? timeout }),

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
      stopPullDownRefresh: () => pages.stopPullDown(),
      enableAlertBeforeUnload({ message }: { message: string }) {
        pages.top.alertBeforeLeaving = message;
      },
      disableAlertBeforeUnload() {
        pages.top.alertBeforeLeaving = undefined;
      },
    }),

    getAppBaseInfo: () => ({
      SDKVersion: '3.7.12',
      fontSizeSetting: shell.fontSize,
      theme: shell.theme,
    }),
    onThemeChange: (listener: ThemeListener) => themeListeners.add(listener),
    offThemeChange: (listener: ThemeListener) => themeListeners.delete(listener),
    // The SDK asks for it when it is loaded; nothing here reads or writes files.
    getFileSystemManager: () => ({}),
    canIUse: (name: string) => name in wx,
  };
  return wx;
}

/** Sends a request, unless the panel refuses it, and shows it there. */
async function logged(options: RequestOptions) {
  const { method = 'GET' } = options;
  const { pathname, search } = new URL(options.url);
  const began = performance.now();
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
    const milliseconds = Math.round(performance.now() - began);
    shell.logRequest({ method, path: pathname + search, outcome, milliseconds });
  }
}

let hiding: ReturnType<typeof setTimeout> | undefined;

function showToast({ title, icon = 'success' }: Partial<Toast> & { title: string }): void {
  clearTimeout(hiding);
  shell.showToast({ title, icon });
  hiding = setTimeout(() => shell.hideToast(), TOAST_TIME);
}
