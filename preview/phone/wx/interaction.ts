import type { Modal, Toast } from '../../shell/api';
import { shell } from '../shell';
import { asynchronous } from './callbacks';

const TOAST_TIME = 1500;

let hiding: ReturnType<typeof setTimeout> | undefined;

function show(toast: Toast, duration?: number): void {
  clearTimeout(hiding);
  shell.showToast(toast);
  if (duration !== undefined) hiding = setTimeout(() => shell.hideToast(), duration);
}

function hide(): void {
  clearTimeout(hiding);
  shell.hideToast();
}

interface ToastOptions extends Partial<Toast> {
  duration?: number;
}

export const interaction = {
  showModal: asynchronous('showModal', (modal: Modal) => shell.showModal(modal)),

  showToast: asynchronous('showToast', (options: ToastOptions) => {
    const { title = '', icon = 'success', mask = false, duration = TOAST_TIME } = options;
    return show({ title, icon, mask }, duration);
  }),
  hideToast: asynchronous('hideToast', hide),

  showLoading: asynchronous('showLoading', ({ title = '', mask = false }: Partial<Toast>) =>
    show({ title, icon: 'loading', mask }),
  ),
  hideLoading: asynchronous('hideLoading', hide),

  setClipboardData: asynchronous('setClipboardData', async ({ data }: { data: string }) => {
    await navigator.clipboard.writeText(data);
    // WeChat says so by itself.
    return show({ title: '内容已复制', icon: 'none', mask: false }, TOAST_TIME);
  }),
};
