import { element } from './element';

export interface Navigation {
  readonly title: string;
  readonly background: string;
  readonly text: string;
  /** Whether there is a page to go back to. */
  readonly canGoBack: boolean;
}

export interface Modal {
  readonly title?: string;
  readonly content?: string;
  readonly confirmText?: string;
}

interface ModalResult {
  readonly confirm: boolean;
  readonly cancel: boolean;
}

export interface Toast {
  readonly title: string;
  readonly icon?: 'success' | 'none';
}

const TOAST_TIME = 1500;

const frame = element<HTMLIFrameElement>('iframe');
const back = element<HTMLButtonElement>('.back');
const toast = element('.toast');
const dialog = element<HTMLDialogElement>('dialog');
const confirmButton = element('.confirm');

/** Starts the mini program, or restarts it. */
export function start(): void {
  hideToast();
  closeModal(false);
  frame.src = '/phone.html';
}

export function showNavigation({ title, background, text, canGoBack }: Navigation): void {
  const { style } = element('.phone');
  style.setProperty('--navigation', background);
  style.setProperty('--navigation-text', text);
  element('h1').textContent = title;
  back.hidden = !canGoBack;
}

let hideTimer: ReturnType<typeof setTimeout> | undefined;

export function showToast({ title, icon = 'success' }: Toast): void {
  element('.toast span').textContent = title;
  toast.classList.toggle('weui-toast_text', icon === 'none');
  toast.hidden = false;
  clearTimeout(hideTimer);
  hideTimer = setTimeout(hideToast, TOAST_TIME);
}

function hideToast(): void {
  toast.hidden = true;
}

let resolveModal: ((result: ModalResult) => void) | undefined;
let focusedBefore: Element | null | undefined;

export function showModal(options: Modal): Promise<ModalResult> {
  const { title = '', content = '', confirmText = '确定' } = options;
  closeModal(false);
  element('#modal-title').textContent = title;
  element('#modal-content').textContent = content;
  confirmButton.textContent = confirmText;
  focusedBefore = frame.contentDocument?.activeElement;
  dialog.show();
  frame.inert = true;
  back.disabled = true;
  return new Promise((resolve) => {
    resolveModal = resolve;
  });
}

function closeModal(confirm: boolean): void {
  if (!dialog.open) return;
  frame.inert = false;
  back.disabled = false;
  dialog.close();
  frame.contentWindow?.focus();
  (focusedBefore as HTMLElement | null)?.focus({ preventScroll: true });
  resolveModal?.({ confirm, cancel: !confirm });
}

dialog.addEventListener('submit', ({ submitter }) => closeModal(submitter === confirmButton));
dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeModal(false);
});
