/** Copies a text. WeChat says so itself; only a failure goes without a word. */
export function copy(data: string): void {
  wx.setClipboardData({
    data,
    fail: () => wx.showToast({ title: '复制失败', icon: 'none' }),
  });
}
