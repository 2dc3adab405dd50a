import type { Theme } from '../phone/program';

/** What the page around the phone does for the mini program, which runs in the frame of its screen. */
export interface Shell {
  readonly theme: Theme;
  /** The text size set in WeChat: 16 is its standard. */
  readonly fontSize: number;
  /** Told once, when the mini program has started. */
  connect(phone: Phone): void;
  showNavigation(navigation: Navigation): void;
  showModal(modal: Modal): Promise<ModalAnswer>;
  showToast(toast: Toast): void;
  hideToast(): void;
  /** Whether WeChat sends nothing there: the host is not in the mini program's list. */
  refuses(path: string): boolean;
  logRequest(request: LoggedRequest): void;
}

/** What the page around the phone asks of the mini program. */
export interface Phone {
  /** That another theme was chosen. */
  themeChanged(): void;
  navigateBack(): void;
  pullDown(): void;
}

export interface Navigation {
  readonly title: string;
  readonly background: string;
  readonly text: string;
  /** Whether there is a page to go back to. */
  readonly back: boolean;
  readonly pullDown: boolean;
}

export interface Modal {
  readonly title?: string;
  readonly content?: string;
  readonly confirmText?: string;
}

export interface ModalAnswer {
  readonly confirm: boolean;
  readonly cancel: boolean;
}

export interface Toast {
  readonly title: string;
  readonly icon: 'success' | 'none';
}

/** A request without its headers, which hold the signature and the session token. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** What went wrong, instead of a status, when there was no answer. */
  readonly outcome: number | string;
  readonly milliseconds: number;
}
