import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms a room may import from, besides itself. Tests may import anything and are not listed. */
const mayImport: Record<string, string[]> = {
  domain: [],
  lambdas: ['domain'],
  web: ['domain'],
  lib: ['domain'],
  local: ['domain'],
  bin: ['lib', 'local', 'domain', 'lambdas/shared', 'bench', 'test/browser'],
  bench: ['lib', 'local', 'domain', 'lambdas/shared', 'test/browser'],
};

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => mayImport[file.split('/')[0] ?? '']);

const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

describe('walls between the rooms', () => {
  it('lets each room import only what it may know', () => {
    const broken = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ file, target }) => ({ file, to: posix.join(posix.dirname(file), target) }))
      .filter(({ file, to }) => !allowed(file, to))
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(broken).toEqual([]);
  });

  it('keeps the AWS SDK in the adapters and in the local cloud', () => {
    const where = /^(lambdas\/shared\/adapters|local)\//;
    expect(users(/^@(aws-sdk|smithy)\//).filter((file) => !where.test(file))).toEqual([]);
  });

  it('keeps Streams behind one file', () => {
    expect(users(/^amazon-connect-streams/)).toEqual(['web/desk/telephone.ts']);
  });

  it('keeps the schema library and the phone library out of the page', () => {
    expect(users(/^(zod|libphonenumber-js)/).filter((file) => file.startsWith('web/'))).toEqual([]);
    const runtime = files
      .filter((file) => file.startsWith('web/'))
      .filter((file) => /^import (?!type\b)[^;]*domain\/api\.ts/m.test(readFileSync(file, 'utf8')));
    expect(runtime).toEqual([]);
  });

  it('lets nothing deployed know of the laptop cloud', () => {
    const deployed = files.filter((file) => /^(domain|lambdas|web)\//.test(file));
    expect(deployed.filter((file) => /['"][^'"]*\/local\//.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('fails when a wall is broken', () => {
    expect(allowed('domain/a.ts', 'lambdas/b.ts')).toBe(false);
    expect(allowed('local/a.ts', 'lib/b.ts')).toBe(false);
    expect(allowed('bin/a.ts', 'lambdas/identify-caller/handler.ts')).toBe(false);
    expect(allowed('bin/a.ts', 'lambdas/shared/ports.ts')).toBe(true);
  });
});

it('lets no test leave a client of the SDK mocked for the next file of its worker', () => {
  const tests = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'test/**/*.test.ts'], {
    encoding: 'utf8',
  });
  const left = tests
    .split('\n')
    .filter((file) => file !== '' && file !== 'test/architecture.test.ts')
    .filter((file) => {
      const mocked = readFileSync(file, 'utf8').matchAll(/(\w+) = mockClient\([A-Z]/g);
      return [...mocked].some(([, name]) => !readFileSync(file, 'utf8').includes(`${name}.restore()`));
    });
  expect(left).toEqual([]);
});

describe('rooms that one can hold in the head', () => {
  const sizes = files
    .filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);

  it('has a median file under 80 lines', () => {
    expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThan(80);
  });

  it('has 95 % of its files under 260 lines', () => {
    const long = sizes.filter(({ lines }) => lines >= 260);
    expect(long.length, names(long)).toBeLessThanOrEqual(sizes.length * 0.05);
  });

  it('has no file over 420 lines', () => {
    expect(names(sizes.filter(({ lines }) => lines > 420))).toBe('');
  });
});

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

function allowed(file: string, to: string): boolean {
  const room = file.split('/')[0] ?? '';
  return to.startsWith(`${room}/`) || (mayImport[room] ?? []).some((other) => to.startsWith(`${other}/`));
}

function users(library: RegExp): string[] {
  return [...new Set(imports.filter(({ target }) => library.test(target)).map(({ file }) => file))];
}

function names(list: { file: string; lines: number }[]): string {
  return list.map(({ file, lines }) => `${file}: ${lines}`).join(', ');
}
