import { element } from './element';

export interface Navigation {
  readonly title: string;
  readonly background: string;
  readonly text: string;
  /** Whether there is a page to go back to. */
  readonly back: boolean;
}

export interface Modal {
  readonly title?: string;
  readonly content?: string;
  readonly confirmText?: string;
}

interface ModalAnswer {
  readonly confirm: boolean;
  readonly cancel: boolean;
}

export interface Toast {
  readonly title: string;
  readonly icon: 'success' | 'none';
}

const frame = element<HTMLIFrameElement>('iframe');
const back = element<HTMLButtonElement>('.back');
const toast = element('.toast');
const dialog = element<HTMLDialogElement>('dialog');
const confirmButton = element('.confirm');

/** Starts the mini program, or starts it anew. */
export function start(): void {
  hideToast();
  closeModal(false);
  frame.src = '/phone.html';
}

export function showNavigation(navigation: Navigation): void {
  const { style } = element('.phone');
  style.setProperty('--navigation', navigation.background);
  style.setProperty('--navigation-text', navigation.text);
  element('h1').textContent = navigation.title;
  back.hidden = !navigation.back;
}

export function showToast({ title, icon }: Toast): void {
  element('.toast span').textContent = title;
  toast.classList.toggle('weui-toast_text', icon === 'none');
  toast.hidden = false;
}

export function hideToast(): void {
  toast.hidden = true;
}

let answerModal: ((answer: ModalAnswer) => void) | undefined;
let focused: Element | null | undefined;

export function showModal(options: Modal): Promise<ModalAnswer> {
  const { title = '', content = '', confirmText = '确定' } = options;
  closeModal(false);
  element('#modal-title').textContent = title;
  element('#modal-content').textContent = content;
  confirmButton.textContent = confirmText;
  focused = frame.contentDocument?.activeElement;
  dialog.show();
  frame.inert = true;
  back.disabled = true;
  return new Promise((resolve) => {
    answerModal = resolve;
  });
}

function closeModal(confirm: boolean): void {
  if (!dialog.open) return;
  frame.inert = false;
  back.disabled = false;
  dialog.close();
  frame.contentWindow?.focus();
  (focused as HTMLElement | null)?.focus({ preventScroll: true });
  answerModal?.({ confirm, cancel: !confirm });
}

dialog.addEventListener('submit', ({ submitter }) => closeModal(submitter === confirmButton));
dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeModal(false);
});
