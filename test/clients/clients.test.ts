/**
 * What other clients of Tencent send, with nothing of ours in them. The SDK for Node signs the requests of
 * `test/server`, and `test/sdk-matrix` runs the SDK for mini programs. Here the SDK for browsers runs in a page of
 * another origin, with the page's own XMLHttpRequest, and its CORS.
 *
 * @jest-environment jest-fixed-jsdom
 * @jest-environment-options { "url": "https://example.com/" }
 */
import {
  type ClientRequest,
  emulator,
  LIST,
  put,
  sendSigned,
  startService,
} from '../server/client';
import { BUCKET, QUEUE_ID } from '../support/client';
import { asSdkKey } from '../support/keys';

const COS = require('cos-js-sdk-v5');

startService();

describe('cos-js-sdk-v5 with a temporary key', () => {
  const getAuthorization = (_: object, callback: (key: object) => void) =>
    callback(asSdkKey(emulator.issueKey()));
  const cos = new COS({ getAuthorization });
  const send = (Key: string, params: object) =>
    cos.request({ ...BUCKET, Key, Url: `${emulator.url}/${Key}`, ...params });
  const list = (Query: object) => send('docqueue', { Method: 'GET', Query });

  it('lists queues, all that it sends being signed', async () => {
    const Query = { state: 'Paused', pageNumber: '2', pageSize: '1' };
    const { statusCode, headers, Response } = await list(Query);
    expect(statusCode).toBe(200);
    expect(headers).toHaveProperty('x-ci-request-id');
    expect(Response).toMatchObject({ TotalCount: '2', PageNumber: '2', PageSize: '1' });
    expect(Response.QueueList.Name).toBe('archive-nightly');

    const [request] = emulator.requests;
    expect(request?.url).toMatch(/^\/docqueue\?/);
    expect(request?.headers.authorization).toMatch(
      /&q-header-list=([a-z-]+;)*host(;[a-z-]+)*&q-url-param-list=pagenumber;pagesize;state&/,
    );
  });

  it('updates a queue', async () => {
    const NotifyConfig = { Url: 'https://a.cn/?a=1&b=<2>', State: 'On', Type: 'Url', Event: 'E' };
    const settings = { Name: '合同 <预览> & "co"', State: 'Paused', NotifyConfig };
    expect(emulator.queues[0]).not.toMatchObject(settings);
    const { Response } = await send(`docqueue/${QUEUE_ID}`, {
      Method: 'PUT',
      Headers: { 'Content-Type': 'application/xml' },
      Body: COS.util.json2xml({ Request: settings }),
    });
    expect(Response.Queue).toMatchObject(settings);
    expect(emulator.queues[0]).toMatchObject(settings);
  });
});

// Only where it differs from what the others send.
describe('what SDKs for other languages were seen to send', () => {
  const SETTINGS = '<Name>n</Name><State>Active</State>';
  const update = (callback: string, fields = '') =>
    put(`<Request>${SETTINGS}${fields}<NotifyConfig>${callback}</NotifyConfig></Request>`);
  it.each<[string, ClientRequest]>([
    ['PHP: a body with a GET', { ...LIST, headers: { 'content-length': '1' }, body: '-' }],
    ['Go: no empty callback settings', update('<State>Off</State>')],
    ['Java: QueueId', update('<Url/><State>On</State>', '<QueueId>p</QueueId>')],
    ['C++: an empty State', update('<Url/><Type/><Event/><State/>')],
  ])('%s', async (_, call) => {
    expect((await sendSigned(call)).status).toBe(200);
  });

  it.each([
    ['Java', false],
    ['Go: signed', true],
  ])('the token as it comes from %s', async (_, isSigned) => {
    const { token, ...key } = emulator.issueKey();
    const headers = { 'x-cos-security-token': token };
    const options = { key, ...(isSigned && { signed: headers }) };
    expect((await sendSigned({ ...LIST, headers }, options)).status).toBe(200);
  });
});
