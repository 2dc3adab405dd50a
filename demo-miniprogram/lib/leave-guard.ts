/** Makes WeChat ask before a page with unsaved changes is left. */
export class LeaveGuard {
  private isActive = false;

  constructor(private readonly message: string) {}

  set(isActive: boolean): void {
    if (isActive === this.isActive) return;
    this.isActive = isActive;
    if (isActive) wx.enableAlertBeforeUnload({ message: this.message });
    else wx.disableAlertBeforeUnload({});
  }
}
