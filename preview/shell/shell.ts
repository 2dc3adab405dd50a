import type { Theme } from '../phone/program';
import type { Phone, Shell } from './api';
import { choices } from './choices';
import { element } from './element';
import { FAULTS, faultOf, NO_FAULT } from './faults';
import { clearLog, logRequest } from './log';
import { hideToast, onBack, showModal, showNavigation, showToast, start } from './screen';
import { OVERVIEW, readOverview, setFault, setQueues } from './service';

let phone: Phone | undefined;
let theme: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
let fontSize = 16;
let fault = NO_FAULT;

const pullDown = element<HTMLButtonElement>('#pull-down');
const dead = element('#dead');

const shell: Shell = {
  get theme() {
    return theme;
  },
  get fontSize() {
    return fontSize;
  },
  connect(connected) {
    phone = connected;
  },
  showNavigation(navigation) {
    showNavigation(navigation);
    pullDown.disabled = !navigation.pullDown;
  },
  showModal,
  showToast,
  hideToast,
  refuses: (path) => fault.refused?.test(path) ?? false,
  logRequest(request) {
    logRequest(request);
    if (typeof request.outcome === 'string') showService();
  },
};
Object.assign(window, { shell });

const faults = choices(
  '#faults',
  FAULTS.map(({ id, label }) => [id, label]),
  async (id) => {
    const chosen = FAULTS.find((each) => each.id === id) ?? NO_FAULT;
    const restart = fault.restart || chosen.restart;
    fault = chosen;
    await setFault(chosen.service).catch(() => {});
    await showService();
    if (restart) start();
  },
);

const counts = choices(
  '#counts',
  ['0', '5', '50', '500', '2000'].map((count) => [count, count]),
  async (count) => {
    await setQueues(Number(count)).catch(() => {});
    await showService();
    start();
  },
);

choices(
  '#themes',
  [
    ['light', '浅色'],
    ['dark', '深色'],
  ],
  (chosen) => {
    theme = chosen as Theme;
    document.documentElement.dataset.theme = theme;
    phone?.setTheme(theme);
  },
).choose(theme);
document.documentElement.dataset.theme = theme;

const SIZES = [
  ['16', '标准'],
  ['20', '大'],
  ['26', '特大'],
] as const;
choices('#font-sizes', SIZES, (size) => {
  fontSize = Number(size);
  start();
}).choose('16');

/** Shows how the service stands: it may be steered from elsewhere too, or be gone. */
async function showService(): Promise<void> {
  const overview = await readOverview().catch(() => undefined);
  dead.hidden = overview !== undefined;
  if (!overview) {
    faults.choose('');
    counts.choose('');
    element('#fault-hint').textContent = '';
    return;
  }
  // Which hosts WeChat refuses is this page's own matter.
  if (overview.faults.length > 0 || !fault.refused) fault = faultOf(overview.faults);
  faults.choose(fault.id);
  counts.choose(String(overview.queues));
  element('#fault-hint').textContent = fault.hint;
}

element('#address').textContent = `curl ${OVERVIEW}`;
pullDown.addEventListener('click', () => phone?.pullDown());
element('#restart').addEventListener('click', start);
element('#clear-log').addEventListener('click', clearLog);
onBack(() => phone?.navigateBack());
window.addEventListener('focus', showService);
showService();
start();
