import { element } from './element';
import { FAULTS, faultOf, NO_FAULT } from './faults';
import { clearLog, type LoggedRequest, logRequest } from './log';
import { type Navigation, showModal, showNavigation, showToast, start } from './screen';
import { control, OVERVIEW, type Overview } from './service';

export type Theme = 'light' | 'dark';

/** What the page around the phone asks of the mini program. */
interface Phone {
  themeChanged(): void;
  navigateBack(): void;
  pullDown(): void;
}

export type Shell = typeof shell;

let phone: Phone | undefined;
let theme: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
let fontSize = 16;
let fault = NO_FAULT;

const pullDown = element<HTMLButtonElement>('#pull-down');
const controls = element('#controls');
const faultHint = element('#fault-hint');
const command = `curl ${OVERVIEW}`;
const copyButton = element('#copy-command');

/** What this page does for the mini program, which runs in the frame of the phone's screen. */
const shell = {
  get theme() {
    return theme;
  },
  /** The text size set in WeChat: 16 is its standard. */
  get fontSize() {
    return fontSize;
  },
  /** Called once, when the mini program has started. */
  connect(connected: Phone) {
    phone = connected;
  },
  showNavigation(navigation: Navigation, canPullDown: boolean) {
    showNavigation(navigation);
    pullDown.disabled = !canPullDown;
  },
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

/** What each group of radio buttons does, also when the chosen one is clicked again. */
const CHOICES: Record<string, (value: string) => void> = {
  fault(label) {
    fault = FAULTS.find((each) => each.label === label) ?? NO_FAULT;
    const { service } = fault;
    showService(service ? control('PUT', '/fault', service) : control('DELETE', '/fault'));
  },
  async queues(count) {
    await showService(control('PUT', '/queues', Number(count)));
    start();
  },
  theme(chosen) {
    theme = chosen as Theme;
    showTheme();
    phone?.themeChanged();
  },
  'font-size'(size) {
    fontSize = Number(size);
    start();
  },
};

/** Checks one radio button of a group, or none, without a click. */
function check(name: string, value: string): void {
  for (const input of controls.querySelectorAll<HTMLInputElement>(`[name=${name}]`)) {
    input.checked = input.value === value;
  }
}

function showTheme(): void {
  document.documentElement.style.colorScheme = theme;
  document.body.dataset.weuiTheme = theme;
  check('theme', theme);
}

function showTime(): void {
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, '0');
  element('#clock').textContent = `${now.getHours()}:${minutes}`;
}

let latest: Promise<Overview>;

/** Shows the state of the service, which others may have changed or ended, unless a newer request was sent since. */
async function showService(request: Promise<Overview>): Promise<void> {
  latest = request;
  const overview = await request.catch(() => undefined);
  if (request !== latest) return;
  element('#dead').hidden = overview !== undefined;
  // The service knows nothing of the hosts that WeChat refuses.
  const isOwn = fault.refused && overview?.faults.length === 0;
  if (overview && !isOwn) fault = faultOf(overview.faults);
  check('fault', overview ? fault.label : '');
  check('queues', String(overview?.queues ?? ''));
  faultHint.textContent = overview ? fault.hint : '';
}

const faults = FAULTS.map(
  ({ label }) =>
    `<label><input type="radio" name="fault" value="${label}"><span>${label}</span></label>`,
);
faultHint.insertAdjacentHTML('beforebegin', faults.join(''));
controls.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLInputElement) CHOICES[target.name]?.(target.value);
});
element('#command').textContent = command;
copyButton.addEventListener('click', async () => {
  await navigator.clipboard.writeText(command);
  copyButton.textContent = '已复制';
});
pullDown.addEventListener('click', () => phone?.pullDown());
element('.back').addEventListener('click', () => phone?.navigateBack());
element('#restart').addEventListener('click', start);
element('#clear-log').addEventListener('click', clearLog);
window.addEventListener('focus', () => showService(control('GET', '')));
setInterval(showTime, 1000);
showTime();
showTheme();
showService(control('GET', ''));
start();
