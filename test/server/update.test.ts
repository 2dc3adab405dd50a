import fc from 'fast-check';
import { type Emulator, startEmulator } from '../../server/emulator';
import { codeOf, put, sendSigned, textOf } from './client';

let emulator: Emulator;
const clock = { now: Date.now() };
const ID = 'p2505d57bdf4c4329804b58a6a5fb1572';
const update = (body: string | Buffer, id = ID) => sendSigned(emulator, put(id, body));
const record = () => emulator.queues.find(({ QueueId }) => QueueId === ID);

const NOTIFY = '<NotifyConfig><Url>u</Url></NotifyConfig>';
const BODY = `<Request><Name>n</Name><State>Paused</State>${NOTIFY}</Request>`;
// What the Go SDK sends.
const FULL =
  '<Request><Name>markjrzhang4</Name><QueueID>p2505d57bdf4c4329804b58a6a5fb1572</QueueID>' +
  '<State>Active</State><NotifyConfig><Url>http://google.com/</Url><State>On</State>' +
  '<Type>Url</Type><Event>TransCodingFinish</Event></NotifyConfig></Request>';

beforeAll(async () => {
  emulator = await startEmulator({ now: () => clock.now });
});
beforeEach(() => {
  clock.now = Date.now();
  emulator.reset();
});
afterAll(() => emulator.close());

it('sets what it is told, and answers with the whole queue', async () => {
  const { status, headers, body } = await update(FULL);
  expect(status).toBe(200);
  expect(body).toBe(
    '<?xml version="1.0" encoding="utf-8"?>' +
      `<Response><RequestId>${headers['x-ci-request-id']}</RequestId><Queue>` +
      `<QueueId>${ID}</QueueId><Name>markjrzhang4</Name><State>Active</State>` +
      '<NotifyConfig><Url>http://google.com/</Url><Event>TransCodingFinish</Event>' +
      '<Type>Url</Type><State>On</State></NotifyConfig>' +
      '<MaxSize>10000</MaxSize><MaxConcurrent>10</MaxConcurrent>' +
      `<CreateTime>2020-07-24T22:42:27+0800</CreateTime><UpdateTime>${record()?.UpdateTime}</UpdateTime>` +
      '<BucketId>examplebucket-1250000000</BucketId><Category>DocProcessing</Category>' +
      '</Queue></Response>',
  );
});

it('writes down when, in Beijing', async () => {
  clock.now += 1000 - (clock.now % 1000);
  await update(BODY);
  const time = record()?.UpdateTime ?? '';
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0800$/);
  expect(Date.parse(time.replace('+0800', '+08:00'))).toBe(clock.now);
});

it('replaces the whole record: what is left out becomes empty', async () => {
  await update(FULL.replace('</Request>', '<More>1</More></Request>'));
  expect(record()).toMatchObject({ More: '1' });
  await update(BODY);
  expect(record()).not.toHaveProperty('More');
  expect(record()?.NotifyConfig).toEqual({ Url: 'u', Event: '', Type: '', State: 'Off' });
});

it('keeps fields that it does not know, in their order and with their children', async () => {
  const more =
    '<队><列>1</列></队><B><C>1</C><C> 2 </C><D><E/></D></B><A>x</A><constructor>y</constructor>';
  const body = BODY.replace('</Url>', '</Url><MqMode><模>Queue</模></MqMode>').replace(
    '</Request>',
    `${more}<__proto__>z</__proto__></Request>`,
  );
  const answers = [
    await update(body),
    await sendSigned(emulator, { target: `/docqueue?queueIds=${ID}` }),
  ];
  for (const answer of answers) {
    expect(answer.body).toContain(`</Category>${more}</Queue`);
    expect(answer.body).toContain(
      '<State>Off</State><MqMode><模>Queue</模></MqMode></NotifyConfig>',
    );
  }
  expect(Object.getPrototypeOf(record())).toBe(Object.prototype);
});

it('lets nobody set what is its own, and goes by the id in the path', async () => {
  const before = record();
  const own = `<QueueID>other</QueueID><QueueId>other</QueueId><MaxSize>1</MaxSize>
    <MaxConcurrent>1</MaxConcurrent><CreateTime>1</CreateTime><UpdateTime>1</UpdateTime>
    <BucketId>1</BucketId><Category>1</Category>`;
  expect((await update(BODY.replace('</Request>', `${own}</Request>`))).status).toBe(200);
  const { Name, State, NotifyConfig, UpdateTime, ...rest } = record() ?? {};
  expect(before).toMatchObject(rest);
  expect(Object.keys(rest)).toHaveLength(6);
  expect(UpdateTime).not.toBe('1');
});

it('takes a body with a declaration, a byte order mark, comments and CDATA', async () => {
  const body = `\u{FEFF}<?xml version="1.0" encoding="UTF-8"?>\n<!-- c -->${BODY.replace(
    '<Name>n<',
    '<Name><![CDATA[<&>]]><',
  )}\n`;
  expect((await update(body)).status).toBe(200);
  expect(record()?.Name).toBe('<&>');
});

describe('the largest body, 64 KB', () => {
  const filled = (text: string, size = 64 * 1024) => {
    const [head = '', tail = ''] = BODY.split('</Request>');
    const room = size - Buffer.byteLength(`${head}</Request>`);
    return `${head}${text.repeat(room / text.length)}${' '.repeat(room % text.length)}</Request>${tail}`;
  };

  it.each([
    ['elements', '<A/>'],
    // `@rgrove/parse-xml` 4 takes the square of their number.
    ['carriage returns', '\r'],
    ['line ends', '\r\n'],
    ['comments', '<!---->'],
    ['references', '<A>&#13;&amp;</A>'],
  ])('is read at once: %s', async (_, text) => {
    const start = Date.now();
    expect((await update(filled(text))).status).toBe(200);
    expect(Date.now() - start).toBeLessThan(1000);
  });

  it('is the limit, and the service goes on working', async () => {
    expect(codeOf(await update(filled(' ', 64 * 1024 + 1)))).toBe('413 EntityTooLarge');
    expect(codeOf(await update(filled(' ', 4 * 1024 * 1024)))).toBe('413 EntityTooLarge');
    expect((await update(BODY)).status).toBe(200);
  });
});

it('does not know every queue', async () => {
  for (const id of ['unknown', 'a%2Fb', '%E9%98%9F']) {
    expect(codeOf(await update(BODY, id))).toBe('404 QueueNotFound');
  }
});

describe('refuses', () => {
  const without = (name: string) => BODY.replace(new RegExp(`<${name}>.*</${name}>`), '');
  it.each([
    ['no name', without('Name'), 'InvalidArgument'],
    ['an empty name', BODY.replace('>n<', '><'), 'InvalidArgument'],
    ['no state', without('State'), 'InvalidArgument'],
    ['no callback settings', without('NotifyConfig'), 'InvalidArgument'],
    ['another state', BODY.replace('Paused', 'paused'), 'InvalidArgument'],
    ['two names', BODY.replace('<State>', '<Name>m</Name><State>'), 'InvalidArgument'],
    ['two callback settings', BODY.replace(NOTIFY, NOTIFY + NOTIFY), 'InvalidArgument'],
    ['a name with children', BODY.replace('>n<', '><b>n</b><'), 'InvalidArgument'],
    ['another switch', BODY.replace('</Url>', '</Url><State>on</State>'), 'InvalidArgument'],
    ['a long name', BODY.replace('>n<', `>${'n'.repeat(101)}<`), 'InvalidArgument'],
    ['a long address', BODY.replace('>u<', `>${'u'.repeat(101)}<`), 'InvalidArgument'],
    [
      'text as callback settings',
      BODY.replace(NOTIFY, '<NotifyConfig>u</NotifyConfig>'),
      'InvalidContent',
    ],
    ['text beside elements', BODY.replace('<State>', 'x<State>'), 'InvalidContent'],
    [
      'a no-break space beside elements',
      BODY.replace('<State>', '\u00a0<State>'),
      'InvalidContent',
    ],
    ['another root', BODY.replaceAll('Request', 'Response'), 'InvalidContent'],
    ['a cut body', BODY.slice(0, -5), 'InvalidContent'],
    ['a second root', BODY + BODY, 'InvalidContent'],
    ['text after the root', `${BODY}x`, 'InvalidContent'],
    ['a document type', `<!DOCTYPE Request [<!ENTITY e "x">]>${BODY}`, 'InvalidContent'],
    ['an unknown entity', BODY.replace('>n<', '>&nbsp;<'), 'InvalidContent'],
    ['a character that is none', BODY.replace('>n<', '>\u0001<'), 'InvalidContent'],
    ['a reference to no character', BODY.replace('>n<', '>&#xD800;<'), 'InvalidContent'],
    ['elements without end', '<a>'.repeat(20_000), 'InvalidContent'],
    [
      'deep elements',
      BODY.replace('>n<', `>${'<a>'.repeat(20)}${'</a>'.repeat(20)}<`),
      'InvalidContent',
    ],
    ['JSON', '{"Name":"n"}', 'InvalidContent'],
    ['nothing', '', 'MissingContent'],
  ])('%s', async (_, body, code) => {
    const before = emulator.queues;
    expect(body).not.toBe(BODY);
    expect(codeOf(await update(body))).toBe(`400 ${code}`);
    expect(emulator.queues).toEqual(before);
  });

  it('bytes that are not UTF-8', async () => {
    const [head = '', tail = ''] = BODY.split('>n<');
    const body = Buffer.concat([
      Buffer.from(`${head}>`),
      Buffer.from([0xff]),
      Buffer.from(`<${tail}`),
    ]);
    expect(codeOf(await update(body))).toBe('400 InvalidContent');
  });

  it('another content type', async () => {
    for (const type of ['application/json', 'application/xmlx', undefined]) {
      const call = { ...put(ID, BODY), headers: type ? { 'content-type': type } : {} };
      expect(codeOf(await sendSigned(emulator, call))).toBe('400 InvalidContentType');
    }
    for (const type of ['application/xml; charset=utf-8', 'text/xml', 'Application/XML']) {
      const call = { ...put(ID, BODY), headers: { 'content-type': type } };
      expect((await sendSigned(emulator, call)).status).toBe(200);
    }
  });
});

describe('any text that XML can hold', () => {
  // https://www.w3.org/TR/xml/#charsets, with what is hard to carry more often than chance would.
  const hard = fc.constantFrom(
    '\r',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '&',
    '<',
    '>',
    ']]>',
    '&amp;',
    '😀',
    '"',
  );
  const legal = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 1 })
    .filter((text) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]$/u.test(text));
  const text = fc
    .array(fc.oneof(hard, legal), { minLength: 1, maxLength: 20 })
    .map((parts) => parts.join(''));
  const plain = (value: string) =>
    value.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  const numbered = (value: string) =>
    Array.from(value, (character) => `&#x${character.codePointAt(0)?.toString(16)};`).join('');

  it('comes back as it was sent', async () => {
    const seen: string[] = [];
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom(plain, numbered), async (name, url, write) => {
        const body =
          `<Request><Name>${write(name)}</Name><State>Active</State>` +
          `<NotifyConfig><Url>${write(url)}</Url></NotifyConfig></Request>`;
        const updated = await update(body);
        expect(updated.status).toBe(200);
        const listed = await sendSigned(emulator, { target: '/docqueue?pageSize=1' });
        for (const { body: xml } of [updated, listed]) {
          expect(textOf(xml, 'Name')).toBe(name);
          expect(textOf(xml, 'Url')).toBe(url);
        }
        expect(record()).toMatchObject({ Name: name, NotifyConfig: { Url: url } });
        seen.push(name);
      }),
      { numRuns: 150 },
    );
    expect(seen.some((name) => name.includes('\r'))).toBe(true);
    expect(new Set(seen).size).toBeGreaterThan(100);
  });
});
