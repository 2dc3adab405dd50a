/// <reference types="cos-wx-docqueue/sdk" />
import { type DocQueue, docQueue } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';
import { config } from '../../config';

const { Bucket, Region, Domain, keyServer: url } = config;

const getAuthorization: COS.GetAuthorization = (_, callback) => {
  // Without a key the callback must be called, too: the SDK waits for it.
  const fail = (reason: object) => {
    console.error('No temporary key:', reason);
    callback({});
  };
  const success = ({ statusCode, data }: WechatMiniprogram.RequestSuccessCallbackResult) => {
    const { credentials, startTime: StartTime, expiredTime: ExpiredTime } = Object(data);
    if (!credentials) return fail({ statusCode, data });
    const { tmpSecretId: TmpSecretId, tmpSecretKey: TmpSecretKey, sessionToken } = credentials;
    callback({ TmpSecretId, TmpSecretKey, SecurityToken: sessionToken, StartTime, ExpiredTime });
  };
  wx.request({ url, success, fail });
};

const cos = docQueue(new COS({ getAuthorization }), { Bucket, Region, Domain });

Page({
  data: { loading: true, error: '', queues: [] as DocQueue[], changing: {} },
  async onLoad() {
    this.setData({ loading: true, error: '' });
    try {
      this.setData({ queues: await cos.listAllDocProcessQueues() });
    } catch (error) {
      this.setData({ error: (error as Error).message });
    }
    this.setData({ loading: false });
  },
  async onChange({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { index, id: QueueId, state } = currentTarget.dataset;
    this.setData({ [`changing.${QueueId}`]: true });
    try {
      const { Response } = await (state === 'Active'
        ? cos.pauseDocProcessQueue({ QueueId })
        : cos.resumeDocProcessQueue({ QueueId }));
      this.setData({ [`queues[${index}]`]: Response.Queue });
    } catch (error) {
      wx.showToast({ title: (error as Error).message, icon: 'none' });
    }
    this.setData({ [`changing.${QueueId}`]: false });
  },
});
