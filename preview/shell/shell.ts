import type { Theme } from '../phone/program';
import { element } from './element';
import { FAULTS, faultOf, NO_FAULT } from './faults';
import { clearLog, type LoggedRequest, logRequest } from './log';
import { hideToast, type Navigation, showModal, showNavigation, showToast, start } from './screen';
import { OVERVIEW, type Overview, readOverview, setFault, setQueues } from './service';

/** What the page around the phone asks of the mini program. */
interface Phone {
  /** That another theme was chosen. */
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

/** What this page does for the mini program, which runs in the frame of the phone's screen. */
const shell = {
  get theme() {
    return theme;
  },
  /** The text size set in WeChat: 16 is its standard. */
  get fontSize() {
    return fontSize;
  },
  /** Told once, when the mini program has started. */
  connect(connected: Phone) {
    phone = connected;
  },
  showNavigation(navigation: Navigation, canPullDown: boolean) {
    showNavigation(navigation);
    pullDown.disabled = !canPullDown;
  },
  showModal,
  showToast,
  hideToast,
  /** Whether WeChat sends nothing there: the host is not in the mini program's list. */
  refuses: (path: string) => fault.refused?.test(path) ?? false,
  logRequest(request: LoggedRequest) {
    logRequest(request);
    if (typeof request.outcome === 'string') showService(readOverview());
  },
};
Object.assign(window, { shell });

/** What each group of choices does. One that is chosen already can be chosen again. */
const CHOICES: Record<string, (value: string) => void> = {
  async fault(label) {
    const before = fault;
    fault = FAULTS.find((each) => each.label === label) ?? NO_FAULT;
    const restart = before.restart || fault.restart;
    await showService(setFault(fault.service));
    if (restart) start();
  },
  async queues(count) {
    await showService(setQueues(Number(count)));
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

const choices = FAULTS.map(
  ({ label }) =>
    `<label><input type="radio" name="fault" value="${label}"><span>${label}</span></label>`,
);
faultHint.insertAdjacentHTML('beforebegin', choices.join(''));
controls.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLInputElement) CHOICES[target.name]?.(target.value);
});

/** Marks a choice as chosen, or none, without telling. */
function choose(name: string, value: string): void {
  for (const input of controls.querySelectorAll<HTMLInputElement>(`[name=${name}]`)) {
    input.checked = input.value === value;
  }
}

function showTheme(): void {
  document.documentElement.style.colorScheme = theme;
  document.body.dataset.weuiTheme = theme;
  choose('theme', theme);
}

let asked = 0;

/**
 * Shows how the service stands: it may be steered from elsewhere too, or be gone. An answer that
 * something newer was asked after is old.
 */
async function showService(answer: Promise<Overview>): Promise<void> {
  asked += 1;
  const number = asked;
  const overview = await answer.catch(() => undefined);
  if (number !== asked) return;
  element('#dead').hidden = overview !== undefined;
  // Which hosts WeChat refuses is this page's own matter.
  const own = fault.refused && overview?.faults.length === 0;
  if (overview && !own) fault = faultOf(overview.faults);
  choose('fault', overview ? fault.label : '');
  choose('queues', String(overview?.queues ?? ''));
  faultHint.textContent = overview ? fault.hint : '';
}

element('#address').textContent = `curl ${OVERVIEW}`;
pullDown.addEventListener('click', () => phone?.pullDown());
element('.back').addEventListener('click', () => phone?.navigateBack());
element('#restart').addEventListener('click', start);
element('#clear-log').addEventListener('click', clearLog);
window.addEventListener('focus', () => showService(readOverview()));
showTheme();
showService(readOverview());
start();
