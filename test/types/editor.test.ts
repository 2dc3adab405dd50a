import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Any } from '../support/any';
import { METHODS } from '../support/methods.js';

// The language service of an editor. TypeScript 7, which compiles this repository, has no such API.
const ts: Any = require(
  require.resolve('typescript', { paths: [require.resolve('dts-bundle-generator')] }),
);

const APP = '/app/index.ts';
const PACKAGE = '/app/node_modules/cos-wx-docqueue/';

/** Opens a file of an app that has installed the package. */
function open(source: string): Any {
  const pathOf = (path: string) =>
    path.startsWith(PACKAGE) ? join(__dirname, '../..', path.slice(PACKAGE.length)) : path;
  const read = (path: string) => (path === APP ? source : readFileSync(pathOf(path), 'utf8'));
  const statOf = (path: string) => statSync(pathOf(path), { throwIfNoEntry: false });
  const strict = { strict: true, noPropertyAccessFromIndexSignature: true, types: [] };
  const { ESNext: module } = ts.ModuleKind;
  const { Bundler: moduleResolution } = ts.ModuleResolutionKind;
  const options = { ...strict, module, moduleResolution, esModuleInterop: true };
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => '/app',
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [APP],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path: string) => ts.ScriptSnapshot.fromString(read(path)),
    readFile: read,
    fileExists: (path: string) => path === APP || statOf(path)?.isFile() === true,
    directoryExists: (path: string) =>
      PACKAGE.startsWith(`${path}/`) || statOf(path)?.isDirectory() === true,
  });
}

/** What the compiler has against a file. */
function problemsOf(source: string): string[] {
  const service = open(source);
  return [...service.getSyntacticDiagnostics(APP), ...service.getSemanticDiagnostics(APP)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

const IMPORTS = `/// <reference types="cos-wx-docqueue/sdk" />
import COS from 'cos-wx-sdk-v5';
import { docQueue, isDocQueueError, type DocQueueMethods } from 'cos-wx-docqueue';
`;

describe('an editor', () => {
  const QUEUE = "{ QueueId: 'p', Name: 'a', State: 'Active', NotifyConfig: {} }";
  const CALLS = METHODS.flatMap(([method, least]) => {
    const target = "{ QueueId: 'p' }";
    const params = 'NotifyConfig' in least ? QUEUE : 'QueueId' in least ? target : '{}';
    if (method === 'paginateDocProcessQueues') return [`${method}()`, `${method}({})`];
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
    // The paginator has one, with parameters that may be left out.
    expect(items).toHaveLength(call.startsWith('paginate') ? 1 : overloads.length);
    for (const { documentation } of items) expect(textOf(documentation)).toMatch(CHINESE);
  });

  it('has nothing against any of these calls', () => {
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

it('the other members of a client stay usable under noPropertyAccessFromIndexSignature', () => {
  const untyped = 'declare const sdk: any;\nconst cos = docQueue(sdk);\n';
  const typed = 'const cos = docQueue(new COS({}));\n';
  const uses =
    "cos.putObject({ Key: 'a' }); cos.options.Timeout; cos.on('before-send', () => {}); cos.uploadFile({}); cos.request({ Method: 'GET' });";
  expect(problemsOf(IMPORTS + untyped + uses)).toEqual([]);
  expect(problemsOf(IMPORTS + typed + uses)).toEqual([]);
});

it('the methods are typed for a client of any type', () => {
  const wrong = "docQueue(null as any).describeDocProcessQueues({ State: 'active' });";
  expect(problemsOf(IMPORTS + wrong)).toEqual([expect.stringContaining('"active"')]);
});
