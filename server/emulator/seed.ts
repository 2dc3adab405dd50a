import type { QueueChange } from './queues';

const callback = (Url: string, State = 'On') => ({
  NotifyConfig: { Url, Event: 'TaskFinish,WorkflowFinish', Type: 'Url', State },
});
const times = (CreateTime: string, UpdateTime = CreateTime) => ({ CreateTime, UpdateTime });

/** The queues at the start: one of each kind that an app has to show. */
export const SEED: readonly QueueChange[] = [
  {},
  {
    Name: 'invoice-preview',
    ...callback('https://example.com/ci/callback?source=docqueue&env=prod'),
    ...times('2021-03-02T10:15:00+0800', '2024-05-16T14:49:11+0800'),
  },
  {
    Name: '合同预览队列',
    State: 'Paused',
    ...callback('https://example.com/hooks/合同?type=预览&notify=1'),
    ...times('2022-11-08T09:00:00+0800', '2023-01-19T18:30:42+0800'),
  },
  {
    Name: 'archive-nightly',
    State: 'Paused',
    MaxConcurrent: 2,
    ...times('2023-06-30T23:59:59+0800', '2023-07-01T00:00:03+0800'),
  },
  {
    Name: 'slides_to_images',
    // A callback that is switched off but keeps its address.
    ...callback('https://example.com/slides', 'Off'),
    MaxSize: 500,
    ...times('2024-02-29T12:00:00+0800'),
  },
];

/** Creates this many queues, always the same: those of `SEED`, then numbered ones. */
export function seed(count: number): QueueChange[] {
  return Array.from({ length: count }, (_, index) => SEED[index] ?? numbered(index));
}

function numbered(index: number): QueueChange {
  const State = index % 3 === 0 ? 'Paused' : 'Active';
  if (index % 4 !== 0) return { State };
  return { State, ...callback(`https://example.com/callback?queue=${index + 1}&v=2`) };
}
