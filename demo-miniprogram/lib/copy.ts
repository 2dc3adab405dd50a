/** Copies a text. WeChat itself shows a toast when it succeeds, but not when it fails. */
export function copy(data: string): void {
  wx.setClipboardData({
    data,
    fail: () => wx.showToast({ title: '复制失败', icon: 'none' }),
  });
}
