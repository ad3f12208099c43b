import type { SignIn } from '../../desk-types.ts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; --line: light-dark(#c6ccd4, #454c56); --soft: light-dark(#f3f5f8, #1d2127); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--soft);
  font: 16px/1.5 system-ui, sans-serif; }
main { width: min(26rem, 100vw - 2rem); padding: 2rem; border: 1px solid var(--line); border-radius: 12px;
  background: light-dark(#fff, #14171b); }
h1 { margin: 0 0 .25rem; font-size: 1.375rem; }
p { margin: 0 0 1.25rem; color: light-dark(#4a5360, #b3bcc8); }
p[role=alert] { padding: .75rem 1rem; border-left: 4px solid light-dark(#b3261e, #ff8a80); background: var(--soft);
  color: inherit; }
button { display: block; width: 100%; margin: 0 0 .625rem; padding: .75rem 1rem; border: 1px solid var(--line);
  border-radius: 8px; background: none; font: inherit; text-align: left; cursor: pointer; color: inherit; }
button:hover { background: var(--soft); }
button:focus-visible { outline: 3px solid light-dark(#1a5fb4, #8ab8ff); outline-offset: 2px; }
button strong { display: block; }
button small { color: light-dark(#4a5360, #b3bcc8); }
`;

/** Nothing on the page runs. Its form has no `form-action`: the answer to it leads on to the desk, another origin. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`,
};

/** The sign-in page: one button for each person, one for anybody else. `refused` is whom it turned away before. */
export function signInPage(action: string, people: SignIn[], refused?: string): string {
  const button = (name: string, value: string, label: string, hint: string) =>
    `<button name="${name}" value="${escaped(value)}"><strong>${escaped(label)}</strong><small>${escaped(hint)}</small></button>`;
  const buttons = people.map(({ username, name, groups }) =>
    button('username', username, name, [username, groups.join(', ') || 'no group'].join(' · ')),
  );
  const who = refused === '' ? 'This person' : escaped(refused ?? '');
  const alert =
    refused === undefined
      ? ''
      : `<p role="alert">${who} may not sign in to this desk. Ask an administrator to be added, or choose another person.</p>`;
  return page(
    'Sign in',
    `${alert}<p>This is the local sign-in. Choose who you are; no password is needed.</p>
<form method="post" action="${escaped(action)}">
${buttons.join('\n')}
${button('username', '', 'Someone else', 'a person whom nobody added')}
${button('cancel', 'yes', 'Cancel', 'back to the desk, signed out')}
</form>`,
  );
}

/** A page with a message, for what cannot be answered by going back to the desk. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p role="alert">${escaped(message)}</p>`);
}

const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Deskline</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${content}
</main></body>
</html>`;
