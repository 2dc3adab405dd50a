// biome-ignore lint/suspicious/noExplicitAny: compiled code has no types
type Any = any;

/** A queue as a page shows it. */
interface Row {
  name: string;
  state: string;
  tap(): void;
}

interface Framework {
  name: string;
  /** The script of its package that builds for WeChat, where to, and the page there. */
  build: string;
  built: string;
  path: string;
  rows(page: Any): Row[];
  tapPauseAll(page: Any): void;
}

/** What each framework makes of the page: its data, and what it wants to hear of a tap. */
export const FRAMEWORKS: Framework[] = [
  {
    name: 'taro',
    build: 'build:weapp',
    built: 'dist',
    path: 'pages/queues/index',
    rows: (page) =>
      viewOf(page)
        .slice(0, -1)
        .map(({ cn: [text, button] }: Any) => ({
          name: text.cn[0].v,
          state: button.cn[0].v,
          tap: () => tapNode(page, button),
        })),
    tapPauseAll: (page) => tapNode(page, viewOf(page).at(-1)),
  },
  {
    name: 'uni-app',
    build: 'build:mp-weixin',
    built: 'dist/build/mp-weixin',
    path: 'pages/queues/queues',
    rows: (page) =>
      page.data.a.map(({ a: name, b: state, c: handler }: Any) => ({
        name,
        state,
        tap: () => page[handler]({ type: 'tap' }),
      })),
    tapPauseAll: (page) => page[page.data.b]({ type: 'tap' }),
  },
];

/** Taro gives WeChat one tree of nodes: here, what is in the page's `View`. */
const viewOf = (page: Any): Any[] => page.data.root.cn[0].cn;

function tapNode(page: Any, { sid }: Any): void {
  const target = { dataset: { sid } };
  page.eh({ type: 'tap', target, currentTarget: target });
}
