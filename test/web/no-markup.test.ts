import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'web', 'desk');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));

it.each(sources)('%s puts no text on the page as markup or code', (path) => {
  const source = readFileSync(join(folder, path), 'utf8');
  expect(source).not.toMatch(
    /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
  );
});

it.each(sources)('%s keeps the words in words.ts', (path) => {
  if (!path.endsWith('.tsx')) return;
  const source = readFileSync(join(folder, path), 'utf8');
  const spoken = [...source.matchAll(/>([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)<\//g)].map((match) => match[1]?.trim());
  expect(spoken.filter(Boolean)).toEqual([]);
});
