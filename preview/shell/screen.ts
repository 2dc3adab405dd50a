import { element } from './element';

interface Navigation {
  readonly title: string;
  readonly background: string;
  readonly text: string;
  /** Whether there is a page to go back to. */
  readonly canGoBack: boolean;
  readonly canPullDown: boolean;
}

export interface Modal {
  readonly title?: string;
  readonly content?: string;
  readonly confirmText?: string;
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
  toast.hidden = true;
  closeModal(false);
  frame.src = '/phone.html';
}

export function showNavigation(navigation: Navigation): void {
  const { style } = element('.phone');
  style.setProperty('--navigation', navigation.background);
  style.setProperty('--navigation-text', navigation.text);
  element('h1').textContent = navigation.title;
  back.hidden = !navigation.canGoBack;
  element('#pull-down').hidden = !navigation.canPullDown;
}

let hideTimer: ReturnType<typeof setTimeout> | undefined;

export function showToast({ title, icon = 'success' }: Toast): void {
  element('.toast span').textContent = title;
  toast.classList.toggle('weui-toast_text', icon === 'none');
  toast.hidden = false;
  clearTimeout(hideTimer);
  hideTimer = setTimeout(() => {
    toast.hidden = true;
  }, TOAST_TIME);
}

let resolveModal: ((confirm: boolean) => void) | undefined;
let focusedBefore: Element | null | undefined;

/** Returns whether the user confirms. */
export function showModal(options: Modal): Promise<boolean> {
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
  (focusedBefore as HTMLElement | null)?.focus({ preventScroll: true });
  resolveModal?.(confirm);
}

dialog.addEventListener('submit', ({ submitter }) => closeModal(submitter === confirmButton));
dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && closeModal(false));
