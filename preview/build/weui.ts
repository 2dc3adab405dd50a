import { dirname, join } from 'node:path';

/** WeChat's own style library, as npm and a mini program name it. */
export const WEUI = 'weui-miniprogram';

export const WEUI_FOLDER = join(
  dirname(require.resolve(`${WEUI}/package.json`)),
  'miniprogram_dist',
);

/** The styles that `"useExtendedLib": { "weui": true }` gives to all pages. */
export const WEUI_STYLE = join(WEUI_FOLDER, 'weui-wxss/dist/style/weui.wxss');
