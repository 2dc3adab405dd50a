/**
 * A switch that shows what it is told and never moves by itself, unlike WeChat's: there is nothing to set back when
 * a change fails. It keeps the focus while it waits, and its colours can be told apart when it is off.
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
