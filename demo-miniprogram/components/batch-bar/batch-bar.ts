import { type Batch, NO_BATCH } from '../../lib/batch';
import { formatNumber } from '../../lib/format';
import { countStates } from '../../lib/queue-store';

/** The batch at the foot of the list: what to do with the chosen queues, how far it is, what came of it. */
Component({
  properties: {
    batch: { type: Object, value: NO_BATCH },
    selection: { type: Object, value: countStates([]) },
    /** Whether every queue found is chosen. */
    allChosen: { type: Boolean, value: false },
  },
  data: { chosen: '', toPause: '', toResume: '', status: '', result: '' },
  observers: {
    'batch, selection'(batch: Batch, { all, Active, Paused }: ReturnType<typeof countStates>) {
      this.setData({
        chosen: `已选 ${formatNumber(all)} 个`,
        toPause: `暂停 ${formatNumber(Active)}`,
        toResume: `恢复 ${formatNumber(Paused)}`,
        status: describeStatus(batch),
        result: describeResult(batch),
      });
    },
  },
  methods: {
    notify({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { name, state } = currentTarget.dataset;
      this.triggerEvent(name, { state });
    },
  },
});

function describeStatus({ phase, verb, done, total, pending }: Batch): string {
  if (phase === 'stopping') return `正在停止，等待进行中的 ${pending} 个`;
  return `正在${verb}… 已处理 ${formatNumber(done)} / ${formatNumber(total)}`;
}

/** Such as `3 个队列暂停失败，9 个已暂停`, or after a stop `已停止：3 个已暂停，9 个未处理`. */
function describeResult({ verb, total, done, failed }: Batch): string {
  const parts = [
    failed > 0 && `${formatNumber(failed)} 个队列${verb}失败`,
    done > failed && `${formatNumber(done - failed)} 个已${verb}`,
    done < total && `${formatNumber(total - done)} 个未处理`,
  ];
  return (done < total ? '已停止：' : '') + parts.filter(Boolean).join('，');
}
