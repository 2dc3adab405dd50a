import { join } from 'node:path';
import type { Any } from '../support/any';
import { METHODS } from '../support/methods.js';

// The language service of an editor. TypeScript 7, which compiles this repository, has no such API.
const ts: Any = require(
  require.resolve('typescript', { paths: [require.resolve('dts-bundle-generator')] }),
);

const ROOT = join(__dirname, '../..');
/** A file of an app. It is not on the disk. */
const APP = join(__dirname, 'app.ts');

function open(source: string): Any {
  const options = {
    strict: true,
    noPropertyAccessFromIndexSignature: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    paths: { 'cos-wx-docqueue': [join(ROOT, 'miniprogram_dist/index.d.ts')] },
  };
  const read = (path: string) => (path === APP ? source : ts.sys.readFile(path));
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [APP, join(ROOT, 'sdk.d.ts')],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path: string) => ts.ScriptSnapshot.fromString(read(path)),
    readFile: read,
    fileExists: ts.sys.fileExists,
  });
}

/** The compiler's errors in a file. */
function problemsOf(source: string): string[] {
  const service = open(source);
  return [...service.getSyntacticDiagnostics(APP), ...service.getSemanticDiagnostics(APP)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

const IMPORTS = `import COS from 'cos-wx-sdk-v5';
import { docQueue, type DocQueueMethods } from 'cos-wx-docqueue';
`;

describe('an editor', () => {
  const CALLS = METHODS.flatMap(([method, least]) => {
    if (method === 'paginateDocProcessQueues') return [`${method}()`];
    const params = JSON.stringify(least);
    const calls = [`${method}(${params})`, `${method}(${params}, () => {})`];
    return params === '{}' ? [...calls, `${method}(() => {})`] : calls;
  });
  const source = `${IMPORTS}const cos = docQueue(new COS({}));\n${CALLS.map((call) => `cos.${call};`).join('\n')}`;
  const service = open(source);
  const textOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');
  const CHINESE = /^\p{Script=Han}/u;

  it.each(CALLS)('shows documentation that begins in Chinese: %s', (call) => {
    const at = source.indexOf(`cos.${call};`) + 'cos.'.length;
    expect(textOf(service.getQuickInfoAtPosition(APP, at).documentation)).toMatch(CHINESE);
    const { items } = service.getSignatureHelpItems(APP, at + call.indexOf('(') + 1, {});
    const overloads = CALLS.filter((other) => other.split('(')[0] === call.split('(')[0]);
    expect(items).toHaveLength(overloads.length);
    for (const { documentation } of items) expect(textOf(documentation)).toMatch(CHINESE);
  });

  it('finds no error in any of these calls', () => {
    expect(problemsOf(source)).toEqual([]);
  });
});

it('an app registers on COS.prototype with one declaration', () => {
  const app = `${IMPORTS}
declare module 'cos-wx-sdk-v5' { interface PluginMethods extends DocQueueMethods {} }
docQueue(COS.prototype, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });
const cos = new COS({ getAuthorization: (_options, callback) => callback({}) });
export const names = cos.listAllDocProcessQueues().then((queues) => queues.map(({ Name }) => Name));
`;
  expect(problemsOf(app)).toEqual([]);
  const [problem] = problemsOf(app.replace(/declare module.*/, ''));
  expect(problem).toContain("'listAllDocProcessQueues' comes from an index signature");
});

it.each(['null as any', 'new COS({})'])('docQueue(%s) leaves other members usable', (client) => {
  const uses = `const cos = docQueue(${client});
cos.putObject({ Key: 'a' }); cos.options.Timeout; cos.on('before-send', () => {}); cos.uploadFile({});
cos.request({ Method: 'GET' }); cos.describeDocProcessQueues({ State: 'active' });`;
  expect(problemsOf(IMPORTS + uses)).toEqual([expect.stringContaining('"active"')]);
});
