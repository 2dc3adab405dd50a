/** WeChat's standard text size. */
const STANDARD = 16;

/** How much larger than standard the user wants text in WeChat, up to twice as large. */
export function textScale(): number {
  const { fontSizeSetting = STANDARD } = wx.getAppBaseInfo();
  return Math.min(Math.max(fontSizeSetting / STANDARD, 0.9), 2);
}
