import type { Modal, Toast } from '../../shell/api';
import { shell } from '../shell';
import { asynchronous } from './callbacks';

const TOAST_TIME = 1500;

let hiding: ReturnType<typeof setTimeout> | undefined;

function showToast({ title, icon = 'success' }: Partial<Toast> & { title: string }): void {
  clearTimeout(hiding);
  shell.showToast({ title, icon });
  hiding = setTimeout(() => shell.hideToast(), TOAST_TIME);
}

export const interaction = {
  showModal: asynchronous('showModal', (modal: Modal) => shell.showModal(modal)),
  showToast: asynchronous('showToast', showToast),
  setClipboardData: asynchronous('setClipboardData', async ({ data }: { data: string }) => {
    await navigator.clipboard.writeText(data);
    // WeChat says so by itself.
    showToast({ title: '内容已复制', icon: 'none' });
  }),
};
