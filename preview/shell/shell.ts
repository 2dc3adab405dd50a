import type { Theme } from '../phone/program';
import type { Phone, Shell } from './api';
import { choices } from './choices';
import { element } from './element';
import { FAULTS, NO_FAULT } from './faults';
import { clearLog, logRequest } from './log';
import { hideToast, onBack, showModal, showNavigation, showToast, start } from './screen';
import { readOverview, setFault, setQueues } from './service';

let phone: Phone | undefined;
let theme: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
let fontSize = 16;
let fault = NO_FAULT;

const faultHint = element('#fault-hint');
const pullDown = element<HTMLButtonElement>('#pull-down');

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
  logRequest,
};
Object.assign(window, { shell });

const faults = choices(
  '#faults',
  FAULTS.map(({ id, label }) => [id, label]),
  async (id) => {
    const { restart } = fault;
    fault = FAULTS.find((each) => each.id === id) ?? NO_FAULT;
    await setFault(fault.service);
    faultHint.textContent = fault.hint;
    if (restart || fault.restart) start();
  },
);

const counts = choices(
  '#counts',
  ['0', '5', '50', '500'].map((count) => [count, count]),
  async (count) => {
    await setQueues(Number(count));
    start();
  },
);

const themes = choices(
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
);
themes.choose(theme);
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

pullDown.addEventListener('click', () => phone?.pullDown());
element('#restart').addEventListener('click', start);
element('#clear-log').addEventListener('click', clearLog);
onBack(() => phone?.navigateBack());

// The service was perhaps told to fail before this page was loaded, or by someone else.
readOverview().then(({ faults: active, queues }) => {
  counts.choose(String(queues));
  if (active.length === 0) faults.choose(NO_FAULT.id);
  faultHint.textContent =
    active.length === 0 ? NO_FAULT.hint : '服务已经设了别的故障；选“正常”可以清除。';
});
start();
