import type { Modal, ModalAnswer, Navigation, Toast } from './api';
import { element } from './element';

const screen = element('.screen');
const frame = element<HTMLIFrameElement>('.mini-program');
const back = element<HTMLButtonElement>('.back');
const toast = element('.toast');
const modal = element('.modal');
const dialog = element('.dialog');

/** Starts the mini program, or starts it anew. */
export function start(): void {
  hideToast();
  closeModal({ confirm: false, cancel: true });
  frame.src = '/phone.html';
}

export function onBack(listener: () => void): void {
  back.addEventListener('click', listener);
}

export function showNavigation(navigation: Navigation): void {
  screen.style.setProperty('--navigation', navigation.background);
  screen.style.setProperty('--navigation-text', navigation.text);
  element('.navigation-title').textContent = navigation.title;
  back.hidden = !navigation.back;
}

export function showToast({ title, icon }: Toast): void {
  element('.toast-title').textContent = title;
  toast.dataset.icon = icon;
  toast.hidden = false;
}

export function hideToast(): void {
  toast.hidden = true;
}

let answerModal: ((answer: ModalAnswer) => void) | undefined;
let focused: Element | null | undefined;

export function showModal(options: Modal): Promise<ModalAnswer> {
  const { title = '', content = '', confirmText = '确定' } = options;
  closeModal({ confirm: false, cancel: true });
  focused = frame.contentDocument?.activeElement;
  element('#modal-title').textContent = title;
  element('#modal-content').textContent = content;
  element('.confirm').textContent = confirmText;
  modal.hidden = false;
  frame.inert = true;
  back.disabled = true;
  dialog.focus();
  return new Promise((resolve) => {
    answerModal = resolve;
  });
}

function closeModal(answer: ModalAnswer): void {
  if (modal.hidden) return;
  modal.hidden = true;
  frame.inert = false;
  back.disabled = false;
  frame.contentWindow?.focus();
  (focused as HTMLElement | null)?.focus({ preventScroll: true });
  answerModal?.(answer);
}

element('.cancel').addEventListener('click', () => closeModal({ confirm: false, cancel: true }));
element('.confirm').addEventListener('click', () => closeModal({ confirm: true, cancel: false }));
modal.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Escape') closeModal({ confirm: false, cancel: true });
  else if (key === 'Enter' && target === dialog) closeModal({ confirm: true, cancel: false });
});
