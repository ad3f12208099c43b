import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactsOfConnect } from '../../../../lambdas/shared/adapters/contacts.ts';
import { describedContactsOfConnect } from '../../../../lambdas/shared/adapters/described-contacts.ts';
import { lambdaFunctions } from '../../../../lambdas/shared/adapters/functions.ts';

const instance = 'arn:aws:connect:eu-west-1:111122223333:instance/i-1';

describe('a service that hangs', () => {
  let server: Server;
  let asked: number;

  /** Takes the first request and never answers it; answers all others. */
  beforeEach(async () => {
    asked = 0;
    server = createServer((_, response) => {
      asked += 1;
      if (asked === 1) return;
      const contact = { Contact: { Id: 'c-1', DisconnectReason: 'CUSTOMER_DISCONNECT' } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(contact));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    vi.stubEnv('AWS_ENDPOINT_URL_CONNECT', endpoint);
    vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', endpoint);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it('does not hold the flow of a transfer: the contact is asked for once more', async () => {
    expect(await describedContactsOfConnect(instance).describe('c-1')).toEqual({ agentHasLeft: false });
    expect(asked).toBe(2);
  });

  it('does not hold the record of a call', async () => {
    const fact = { interactionId: 'c-1', contactId: 'c-1', source: 'contact-event', kind: 'DISCONNECTED' } as const;
    const reason = await contactsOfConnect(instance).reasonOf({ ...fact, at: '2026-11-20T09:00:00.000Z' });
    expect(reason).toMatchObject({ known: true, fact: { reason: 'CUSTOMER_DISCONNECT' } });
    expect(asked).toBe(2);
  });

  it('does not hold an agent who signs in', async () => {
    await lambdaFunctions().start('sync-agents');
    expect(asked).toBe(2);
  });
});
