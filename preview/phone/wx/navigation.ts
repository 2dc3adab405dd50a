import type { PageStack } from '../page-stack';
import { asynchronous } from './callbacks';

interface Address {
  url: string;
}

/** What opens and leaves pages, and what belongs to the one on the screen. */
export function navigation(pages: PageStack) {
  return {
    navigateTo: asynchronous('navigateTo', ({ url }: Address) => pages.open(url)),
    navigateBack: asynchronous('navigateBack', async () => {
      if (!(await pages.back())) throw new Error('cannot navigate back');
    }),
    reLaunch: asynchronous('reLaunch', ({ url }: Address) => pages.openAlone(url)),

    stopPullDownRefresh: asynchronous('stopPullDownRefresh', () => pages.stopPullDown()),

    enableAlertBeforeUnload: asynchronous(
      'enableAlertBeforeUnload',
      ({ message }: { message: string }) => {
        pages.top.alertBeforeLeaving = message;
      },
    ),
    disableAlertBeforeUnload: asynchronous('disableAlertBeforeUnload', () => {
      pages.top.alertBeforeLeaving = undefined;
    }),
  };
}
