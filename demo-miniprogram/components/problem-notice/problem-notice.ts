import { copy } from '../../lib/copy';
import type { Problem } from '../../lib/explain-error';

/** What went wrong and what to do: as a whole page's content, or small beside what failed. */
Component({
  properties: {
    problem: { type: Object, value: {} as Problem },
    /** `page` or `inline`. */
    look: { type: String, value: 'inline' },
    /** What the button says that triggers `action`. Without a text there is none. */
    action: { type: String, value: '' },
  },
  methods: {
    copyRequestId() {
      copy(this.data.problem.requestId);
    },
    act() {
      this.triggerEvent('action');
    },
  },
});
