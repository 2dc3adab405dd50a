import { element } from './element';
import { FAULTS, faultOf, NO_FAULT } from './faults';
import { type LoggedRequest, logRequest } from './log';
import { showModal, showNavigation, showToast, start } from './screen';
import { control, OVERVIEW, type Overview } from './service';

export type Theme = 'light' | 'dark';

/** What the page around the phone asks of the mini program. */
interface Phone {
  showWindow(): void;
  back(): void;
  pullDown(): void;
}

export type Shell = typeof shell;

let fault = NO_FAULT;

const faultHint = element('#fault-hint');
const copyButton = element('#copy-command');
const command = `curl ${OVERVIEW}`;

/** What this page does for the mini program, which runs in the frame of the phone's screen. */
const shell = {
  /** Set by the mini program when it has started. */
  phone: undefined as Phone | undefined,
  theme: (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') as Theme,
  /** The text size set in WeChat: 16 is its standard. */
  fontSize: 16,
  showNavigation,
  showModal,
  showToast,
  /** Whether WeChat sends nothing to this path: its host is not in the mini program's list. */
  refuses: (path: string) => fault.refused?.test(path) ?? false,
  logRequest(request: LoggedRequest) {
    logRequest(request);
    if (typeof request.outcome === 'string') showService(control('GET', ''));
  },
};
Object.assign(window, { shell });

/** What the panel's choices do, by name. */
const CHOICES: Record<string, (value: string) => void> = {
  fault(label) {
    fault = FAULTS.find((each) => each.label === label) ?? NO_FAULT;
    const { service } = fault;
    showService(service ? control('PUT', '/fault', service) : control('DELETE', '/fault'));
  },
  async queues(count) {
    const replaced = control('PUT', '/queues', Number(count));
    await showService(replaced.then(() => control('GET', '')));
    start();
  },
  theme(theme) {
    shell.theme = theme as Theme;
    showTheme();
    shell.phone?.showWindow();
  },
  'font-size'(size) {
    shell.fontSize = Number(size);
    start();
  },
};

/** Shows a choice: blank when there is no such option. */
function showChoice(name: string, value: unknown): void {
  element<HTMLSelectElement>(`[name=${name}]`).value = String(value);
}

function showTheme(): void {
  document.documentElement.style.colorScheme = shell.theme;
  document.body.dataset.weuiTheme = shell.theme;
  showChoice('theme', shell.theme);
}

function showTime(): void {
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, '0');
  element('#clock').textContent = `${now.getHours()}:${minutes}`;
}

/** Shows the state of the service, which others may have changed or ended. */
async function showService(request: Promise<Overview>): Promise<void> {
  const overview = await request.catch(() => undefined);
  element('#dead').hidden = overview !== undefined;
  // The service knows nothing of the hosts that WeChat refuses.
  const isOwn = fault.refused && overview?.faults.length === 0;
  if (overview && !isOwn) fault = faultOf(overview.faults);
  showChoice('fault', overview && fault.label);
  showChoice('queues', overview?.queues);
  faultHint.textContent = overview ? fault.hint : '';
}

element('[name=fault]').append(...FAULTS.map(({ label }) => new Option(label)));
element('#controls').addEventListener('change', ({ target }) => {
  const { name, value } = target as HTMLSelectElement;
  CHOICES[name]?.(value);
});
element('#command').textContent = command;
copyButton.addEventListener('click', async () => {
  await navigator.clipboard.writeText(command);
  copyButton.textContent = '已复制';
});
element('#pull-down').addEventListener('click', () => shell.phone?.pullDown());
element('.back').addEventListener('click', () => shell.phone?.back());
element('#restart').addEventListener('click', start);
element('#clear-log').addEventListener('click', () => element('#log').replaceChildren());
window.addEventListener('focus', () => showService(control('GET', '')));
setInterval(showTime, 1000);
showTime();
showTheme();
showService(control('GET', ''));
start();
