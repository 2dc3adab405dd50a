/**
 * A switch that shows what it is told and never moves by itself, unlike WeChat's: so nothing has to be set
 * back. It stays focusable while it waits, and its colours can be told apart when it is off.
 */
Component({
  properties: {
    on: { type: Boolean, value: false },
    /** What it switches is under way: taps are passed over. */
    busy: { type: Boolean, value: false },
    label: { type: String, value: '' },
  },
  methods: {
    flip() {
      if (!this.data.busy) this.triggerEvent('change', { value: !this.data.on });
    },
  },
});
