/** Asks a question. `confirmText` is on the button that agrees; WeChat takes four characters. */
export function confirm(title: string, content: string, confirmText: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.showModal({
      title,
      content,
      confirmText,
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    });
  });
}
