const COS = require('cos-wx-sdk-v5');
const { docQueue } = require('cos-wx-docqueue');
const { key, service } = require('../config');

Page({
  data: { queues: [] },
  onLoad() {
    const cos = docQueue(new COS(key), service);
    cos.listAllDocProcessQueues().then((queues) => this.setData({ queues }));
  },
});
