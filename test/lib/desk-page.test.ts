import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../lib/page-headers.ts';
import { pagePathsCode } from '../../lib/page-paths.ts';

describe('paths of the pages', () => {
  const rewritten = (uri: string): string => {
    const code = pagePathsCode(['index.html', 'icon.svg', 'config.json']);
    return runInNewContext(`${code};handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);
  };

  it.each(['/', '/person/7', '/cti.do', '/SREdit.jsp', '/assets', '/constructor', '/icon.svg/x'])(
    '%s is the page',
    (uri) => {
      expect(rewritten(uri)).toBe('/index.html');
    },
  );

  it.each(['/index.html', '/icon.svg', '/config.json', '/assets/main-ABC.js'])('%s is a file', (uri) => {
    expect(rewritten(uri)).toBe(uri);
  });
});

describe('the content security policy', () => {
  const policy = contentSecurityPolicy({ signIn: ['https://id.example'], instance: 'https://desk.example' });
  const sources = (directive: string) =>
    policy
      .split('; ')
      .find((part) => part.startsWith(`${directive} `))
      ?.split(' ')
      .slice(1);

  it('runs only what the build made', () => {
    expect(sources('script-src')).toEqual(["'self'"]);
    expect(policy).not.toContain('unsafe');
  });

  it('reaches the page itself, the sign-in and the instance', () => {
    expect(sources('connect-src')).toEqual(["'self'", 'https://id.example', 'https://desk.example']);
    expect(sources('frame-src')).toEqual(['https://desk.example']);
  });

  it.each(['object-src', 'base-uri', 'frame-ancestors'])('forbids %s', (directive) => {
    expect(sources(directive)).toEqual(["'none'"]);
  });
});
