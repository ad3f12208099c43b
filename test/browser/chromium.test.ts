import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';

let browser: Browser;
const servers: Server[] = [];

/** A page and, on another origin, an answer that does not permit to be read from elsewhere. */
async function origin(body: string, type: string): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', type).end(body));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

it('sees a cross-origin refusal, as a user’s browser would', async () => {
  const other = await origin('{"secret":1}', 'application/json');
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(await origin('<title>asks elsewhere</title>', 'text/html'));
  const outcome = await page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'read',
        (error: Error) => error.message,
      ),
    other,
  );
  expect(outcome).toBe('Failed to fetch');
  expect(said.join()).toContain('blocked by CORS policy');
  await page.close();
});

it('sees a content security policy refuse an inline script', async () => {
  const server = createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html')
      .setHeader('content-security-policy', "script-src 'self'")
      .end('<script>window.ran = true</script>'),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  servers.push(server);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await page.close();
});
