import plugin = require('cos-wx-docqueue');

declare const client: { request(params: object, callback: object): void };
const cos = plugin.docQueue(client, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

export const list = (PageNumber: number) => cos.describeDocProcessQueues({ PageNumber });

// @ts-expect-error: there is no such state
cos.describeDocProcessQueues({ State: 'Stopped' });
