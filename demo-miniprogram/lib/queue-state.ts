import { type DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { call } from './client';
import { confirm } from './confirm';

/** What bringing a queue into a state is called. */
export const verbOf = (state: DocQueueState) => (state === DocQueueState.Active ? '恢复' : '暂停');

export const oppositeOf = (state: string): DocQueueState =>
  state === DocQueueState.Active ? DocQueueState.Paused : DocQueueState.Active;

const PAUSE_EFFECT = '已提交的任务会留在队列中等待，正在执行的任务会继续完成。';

/** Asks before a pause, as jobs wait from then on. A resume needs no question. */
export async function confirmState(state: DocQueueState, title: string): Promise<boolean> {
  return state === DocQueueState.Active || confirm(title, PAUSE_EFFECT, '暂停');
}

/** Pauses or resumes a queue, and returns it as it is afterwards. */
export async function changeState(QueueId: string, state: DocQueueState): Promise<DocQueue> {
  const { Response } = await call((client) =>
    state === DocQueueState.Active
      ? client.resumeDocProcessQueue({ QueueId })
      : client.pauseDocProcessQueue({ QueueId }),
  );
  return Response.Queue;
}
