// What WeChat calls 16 is its standard size.
const STANDARD = 16;

/** How much larger than standard the user wants text in WeChat. The layout holds up to twice. */
export function textScale(): number {
  const { fontSizeSetting = STANDARD } = wx.canIUse('getAppBaseInfo')
    ? wx.getAppBaseInfo()
    : wx.getSystemInfoSync();
  return Math.min(Math.max(fontSizeSetting / STANDARD, 0.9), 2);
}
