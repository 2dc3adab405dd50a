/** The styles that `"useExtendedLib": { "weui": true }` gives to all pages. */
export const WEUI_STYLE = require.resolve(
  'weui-miniprogram/miniprogram_dist/weui-wxss/dist/style/weui.wxss',
);
