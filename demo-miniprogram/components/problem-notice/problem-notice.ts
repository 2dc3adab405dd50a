import { copy } from '../../lib/copy';
import type { Problem } from '../../lib/explain-error';

/** What went wrong and what to do: as a whole page's content, or small beside what failed. */
Component({
  properties: {
    problem: { type: Object, value: {} as Problem },
    /** `page` or `inline`: there, what only support needs is folded away. */
    look: { type: String, value: 'inline' },
    /** What the button says that triggers `action`. Without a text there is none. */
    action: { type: String, value: '' },
  },
  data: { unfolded: false },
  methods: {
    toggleFacts() {
      this.setData({ unfolded: !this.data.unfolded });
    },
    copyRequestId() {
      copy(this.data.problem.requestId);
    },
    act() {
      this.triggerEvent('action');
    },
  },
});
