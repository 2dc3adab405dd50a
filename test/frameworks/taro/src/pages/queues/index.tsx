import { Button, Text, View } from '@tarojs/components';
import Taro, { useLoad, useReachBottom } from '@tarojs/taro';
import type { DocQueue, DocQueueError } from 'cos-wx-docqueue';
import { useState } from 'react';
import { cos } from '../../cos';

const showError = ({ code, message }: DocQueueError) =>
  Taro.showModal({ title: code, content: message });

export default function Queues() {
  const [queues, setQueues] = useState<DocQueue[]>([]);
  const [pages] = useState(() => cos.paginateDocProcessQueues({ PageSize: 10 }));

  async function showMore() {
    const page = await pages.next();
    if (!page.done) setQueues((all) => [...all, ...page.value.Response.QueueList]);
  }
  useLoad(() => showMore().catch(showError));
  useReachBottom(() => showMore().catch(showError));

  const show = (changed: DocQueue) =>
    setQueues((all) => all.map((queue) => (queue.QueueId === changed.QueueId ? changed : queue)));

  function toggle({ QueueId, State }: DocQueue) {
    const change = { QueueId, State: State === 'Active' ? 'Paused' : 'Active' } as const;
    cos.patchDocProcessQueue(change, (error, data) => {
      if (error) showError(error);
      else show(data.Response.Queue);
    });
  }

  async function pauseAll() {
    for (const { QueueId } of await cos.listAllDocProcessQueues({ State: 'Active' })) {
      const { Response } = await cos.pauseDocProcessQueue({ QueueId });
      show(Response.Queue);
    }
  }

  return (
    <View>
      {queues.map((queue) => (
        <View key={queue.QueueId}>
          <Text>{queue.Name}</Text>
          <Button onClick={() => toggle(queue)}>{queue.State}</Button>
        </View>
      ))}
      <Button onClick={() => pauseAll().catch(showError)}>全部暂停</Button>
    </View>
  );
}
