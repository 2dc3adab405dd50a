let asking = false;

/** Whether a question is on the screen. */
export const isAsking = () => asking;

/**
 * Asks a question. A second one while it is on the screen, as after a double tap, counts as refused.
 * `confirmText` is on the button that agrees; WeChat takes four characters.
 */
export async function confirm(
  title: string,
  content: string,
  confirmText: string,
): Promise<boolean> {
  if (asking) return false;
  asking = true;
  const agreed = await new Promise<boolean>((resolve) => {
    wx.showModal({
      title,
      content,
      confirmText,
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    });
  });
  asking = false;
  return agreed;
}
