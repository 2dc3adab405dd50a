/** How a batch stands: what the bar at the foot of the list shows. */
export interface Batch {
  phase: 'off' | 'choosing' | 'running' | 'over';
  /** How many are chosen. */
  chosen: number;
  /** What is done to them: 暂停 or 恢复. */
  verb: string;
  done: number;
  total: number;
  failures: { id: string; name: string; reason: string }[];
  /** How many were not begun. */
  left: number;
}

export const NO_BATCH: Batch = {
  phase: 'off',
  chosen: 0,
  verb: '',
  done: 0,
  total: 0,
  failures: [],
  left: 0,
};

/** The batch at the foot of the list: what to do with the chosen queues, how far it is, what came of it. */
Component({
  properties: {
    batch: { type: Object, value: NO_BATCH },
    /** Whether all that could be chosen are. */
    whole: { type: Boolean, value: false },
  },
  methods: {
    tell({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { name, state } = currentTarget.dataset;
      this.triggerEvent(name, { state });
    },
  },
});
