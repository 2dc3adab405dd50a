let isAsking = false;

/**
 * Asks a question. A second one while it is on the screen, as after a double tap, is not asked: it counts as refused.
 * `confirmText` is on the button that agrees; WeChat takes four characters.
 */
export async function confirm(
  title: string,
  content: string,
  confirmText: string,
): Promise<boolean> {
  if (isAsking) return false;
  isAsking = true;
  const agreed = await new Promise<boolean>((resolve) => {
    wx.showModal({
      title,
      content,
      confirmText,
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    });
  });
  isAsking = false;
  return agreed;
}
