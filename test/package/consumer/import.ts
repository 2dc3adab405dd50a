import {
  type DescribeDocProcessQueuesResult,
  type DocQueue,
  type DocQueueCallback,
  docQueue,
  isDocQueueError,
} from 'cos-wx-docqueue';

declare const client: {
  request(params: object, callback: (error: unknown, data: unknown) => void): void;
};
const cos = docQueue(client, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

export function showActive(show: (queues: DocQueue[]) => void, fail: (code: string) => void): void {
  cos.describeDocProcessQueues({ State: 'Active', PageSize: 20 }, (error, data) => {
    if (error) fail(error.code);
    else show(data.Response.QueueList);
  });
}

export function list(callback?: DocQueueCallback<DescribeDocProcessQueuesResult>) {
  return cos.describeDocProcessQueues({ PageNumber: 1 }, callback);
}

export async function redirect(QueueId: string, Url?: string): Promise<string | undefined> {
  try {
    const { Response } = await cos.getDocProcessQueue({ QueueId });
    if (Response.Queue.NotifyConfig.Url === Url) return Url;
    const patched = await cos.patchDocProcessQueue({ QueueId, NotifyConfig: { Url } });
    return patched.Response.Queue.NotifyConfig.Url;
  } catch (error) {
    if (isDocQueueError(error) && error.code === 'QueueNotFound') return undefined;
    throw error;
  }
}

export async function pauseAll(): Promise<void> {
  for (const { QueueId } of await cos.listAllDocProcessQueues({ State: 'Active' })) {
    await cos.pauseDocProcessQueue({ QueueId });
  }
}

export async function names(): Promise<(string | undefined)[]> {
  const all: (string | undefined)[] = [];
  for await (const { Response } of cos.paginateDocProcessQueues()) {
    all.push(...Response.QueueList.map((queue) => queue.Name));
  }
  return all;
}

// Were the types `any`, these would be no errors.
// @ts-expect-error: there is no such state
cos.describeDocProcessQueues({ State: 'Stopped' });
// @ts-expect-error: not without the queue
cos.pauseDocProcessQueue({});
