import { Button, Text, View } from '@tarojs/components';
import Taro, { useLoad, useReachBottom } from '@tarojs/taro';
import type { DocQueue, DocQueueError } from 'cos-wx-docqueue';
import { useState } from 'react';
import { cos } from '../../cos';
import { pauseAll, replace, toggle } from '../../queues';

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

  const show = (changed: DocQueue) => setQueues((all) => replace(all, changed));
  const change = (queue: DocQueue) =>
    toggle(cos, queue, (error, data) => (error ? showError(error) : show(data.Response.Queue)));

  return (
    <View>
      {queues.map((queue) => (
        <View key={queue.QueueId}>
          <Text>{queue.Name}</Text>
          <Button onClick={() => change(queue)}>{queue.State}</Button>
        </View>
      ))}
      <Button onClick={() => pauseAll(cos, show).catch(showError)}>全部暂停</Button>
    </View>
  );
}
