/**
 * A switch that, unlike WeChat's, moves only when `on` changes: there is nothing to set back when a change fails.
 * It keeps the focus while it waits, and its colours can be told apart when it is off.
 */
Component({
  properties: {
    on: { type: Boolean, value: false },
    /** Whether a change is under way: taps are ignored. */
    busy: { type: Boolean, value: false },
    label: { type: String, value: '' },
  },
  methods: {
    flip() {
      if (!this.data.busy) this.triggerEvent('change', { value: !this.data.on });
    },
  },
});
