import { Button, Text, View } from '@tarojs/components';
import Taro, { useLoad, useReachBottom } from '@tarojs/taro';
import type { DocQueue, DocQueueError } from 'cos-wx-docqueue';
import { useState } from 'react';
import { createClient } from '../../client'; // from `common`, the same in every app

const cos = createClient((url) => Taro.request({ url }));
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

  const toggle = ({ QueueId, State }: DocQueue) => {
    const target = State === 'Active' ? 'Paused' : 'Active';
    cos.patchDocProcessQueue({ QueueId, State: target }, (error, data) => {
      if (error) return showError(error);
      const { Queue } = data.Response;
      setQueues((all) => all.map((queue) => (queue.QueueId === QueueId ? Queue : queue)));
    });
  };

  return (
    <View>
      {queues.map((queue) => (
        <View key={queue.QueueId}>
          <Text>{queue.Name}</Text>
          <Button onClick={() => toggle(queue)}>{queue.State}</Button>
        </View>
      ))}
    </View>
  );
}
