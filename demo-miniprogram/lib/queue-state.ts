import { type DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { call } from './client';
import { confirm } from './confirm';

/** What bringing a queue into a state is called. */
export const verbOf = (state: DocQueueState) => (state === DocQueueState.Active ? '恢复' : '暂停');

export const PAUSE_MEANS = '已提交的任务会留在队列中等待，正在执行的任务会继续完成。';

/** A pause is asked about: jobs wait from then on. A resume harms nobody. */
export async function mayChangeState(name: string, state: DocQueueState): Promise<boolean> {
  return state === DocQueueState.Active || confirm(`暂停“${name}”？`, PAUSE_MEANS, '暂停');
}

/** Pauses or resumes a queue, and gives it as it is then. */
export async function changeState(QueueId: string, state: DocQueueState): Promise<DocQueue> {
  const { Response } = await call((client) =>
    state === DocQueueState.Active
      ? client.resumeDocProcessQueue({ QueueId })
      : client.pauseDocProcessQueue({ QueueId }),
  );
  return Response.Queue;
}
