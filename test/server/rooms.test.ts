import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

it('never imports the package: the service would agree with its mistakes', () => {
  const room = join(__dirname, '../../server');
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const imports = files.flatMap((file) =>
    [
      ...readFileSync(join(room, file), 'utf8').matchAll(/(?:from|import\(|require\() ?'([^']+)'/g),
    ].map(([, name]) => name ?? ''),
  );
  expect(imports).toContain('./signature');
  expect(imports.filter((name) => name.startsWith('..') || /docqueue|saxen/.test(name))).toEqual(
    [],
  );
});
