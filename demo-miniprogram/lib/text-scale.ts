/** WeChat's standard text size. */
const STANDARD = 16;

/** The user's text size in WeChat, relative to the standard: 0.9 to 2. */
export function textScale(): number {
  const { fontSizeSetting = STANDARD } = wx.getAppBaseInfo();
  return Math.min(Math.max(fontSizeSetting / STANDARD, 0.9), 2);
}
