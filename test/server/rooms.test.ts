import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

it('never imports the package: the service would agree with its mistakes', () => {
  const room = join(__dirname, '../../server');
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(room, file));
  const imports = files.flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/(?:from|import\(|require\() ?'([^']+)'/g),
      ([, name = '']) => (name.startsWith('.') ? join(dirname(file), name) : name),
    ),
  );
  expect(imports).toContain(join(room, 'emulator/signature'));
  const outside = imports.filter((name) => name.startsWith('/') && !name.startsWith(`${room}/`));
  expect(outside).toEqual([]);
  expect(imports.filter((name) => /cos-wx-docqueue$/.test(name))).toEqual([]);
});
