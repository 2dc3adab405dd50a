import type { PageStack } from '../page-stack';
import { asynchronous } from './callbacks';

interface Address {
  url: string;
}

/** What opens and leaves pages, and what belongs to the one on the screen. */
export function navigation(pages: PageStack) {
  return {
    navigateTo: asynchronous('navigateTo', ({ url }: Address) => pages.open(url)),
    navigateBack: asynchronous('navigateBack', async ({ delta }: { delta?: number }) => {
      if (!(await pages.back(delta))) throw new Error('cannot navigate back');
    }),

    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title }: { title: string }) => {
      pages.top.title = title;
      pages.showNavigation();
    }),

    startPullDownRefresh: asynchronous('startPullDownRefresh', () => pages.startPullDown()),
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
