import type { Problem } from '../../lib/explain-error';

/** What went wrong and what to do about it: as the content of a whole page, or beside what failed. */
Component({
  properties: {
    problem: { type: Object, value: {} as Problem },
    /** `page` or `inline`: there, the details are folded away. */
    look: { type: String, value: 'inline' },
    /** The text of the button that triggers `action`; empty for none, unless `page`. */
    action: { type: String, value: '' },
    /** Whether the screen already says why, so that only what failed is said here. */
    isExplained: { type: Boolean, value: false },
  },
  data: { isUnfolded: false },
  methods: {
    toggleDetails() {
      this.setData({ isUnfolded: !this.data.isUnfolded });
    },
    copyRequestId() {
      wx.setClipboardData({ data: this.data.problem.requestId });
    },
    act() {
      this.triggerEvent('action');
    },
  },
});
