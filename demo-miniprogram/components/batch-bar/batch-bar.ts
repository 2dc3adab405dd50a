import { NO_BATCH } from '../../lib/batch';

/** The batch at the foot of the list: what to do with the chosen queues, how far it is, what came of it. */
Component({
  properties: {
    batch: { type: Object, value: NO_BATCH },
    /** Whether all that could be chosen are. */
    whole: { type: Boolean, value: false },
  },
  /** How many failures are listed. */
  data: { most: 50 },
  methods: {
    tell({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { name, state } = currentTarget.dataset;
      this.triggerEvent(name, { state });
    },
  },
});
