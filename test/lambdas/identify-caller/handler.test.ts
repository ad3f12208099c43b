import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const event = {
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      Attributes: {},
      ContactId: 'c-1',
      InitialContactId: null,
      CustomerEndpoint: { Address: '+12125550123', Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: { Address: '+18005550100', Type: 'TELEPHONE_NUMBER' },
      Queue: null,
    },
    Parameters: {},
  },
};

describe('identify-caller, asked by the flow', () => {
  const tables = mockClient(DynamoDBDocumentClient);
  let logged: string[];

  afterAll(() => {
    tables.restore();
    vi.unstubAllEnvs();
  });

  beforeEach(() => {
    tables.reset();
    vi.unstubAllEnvs();
    for (const [name, value] of Object.entries({
      AWS_REGION: 'eu-west-1',
      DIRECTORY_TABLE: 'Directory',
      INTERACTIONS_TABLE: 'Interactions',
      LINE_REGION: 'US',
      ORGANISATIONS: '[]',
    })) {
      vi.stubEnv(name, value);
    }
    logged = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => Boolean(logged.push(String(line))));
  });

  async function ask() {
    const { handler } = await import('../../../lambdas/identify-caller/handler.ts');
    return handler(event).finally(() => vi.restoreAllMocks());
  }

  it('answers a flat map of strings for the person that the table has', async () => {
    const person = { id: 'amy', name: 'Amy Lindqvist', active: true, version: 1 };
    const number = { kind: 'line', e164: '+12125550123' };
    tables.on(QueryCommand).resolves({ Items: [{ pk: 'p', sk: 's', number, person }] });
    tables.on(PutCommand).resolves({});
    expect(await ask()).toEqual({
      outcome: 'one-person',
      personId: 'amy',
      personName: 'Amy Lindqvist',
      spokenName: 'Amy Lindqvist',
      requestNumber: 'none',
      keyedFound: 'no',
      interactionId: 'c-1',
    });
  });

  it('logs what it did without the caller’s number or name', async () => {
    tables.on(QueryCommand).resolves({ Items: [] });
    tables.on(PutCommand).resolves({});
    await ask();
    const line = logged.find((text) => text.includes('caller looked up')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 'info', contactId: 'c-1', outcome: 'unknown' });
    expect(logged.join()).not.toContain('0123');
  });

  it('throws when the table cannot be asked, so that the flow takes its error branch', async () => {
    tables.on(QueryCommand).rejects(new Error('AccessDeniedException on phone#5550123'));
    await expect(ask()).rejects.toThrow('AccessDenied');
    expect(logged.join()).toContain('caller not looked up');
    expect(logged.join()).not.toContain('5550123');
  });

  it('names the variable that its deployment left out', async () => {
    vi.stubEnv('DIRECTORY_TABLE', undefined);
    await expect(ask()).rejects.toThrow('DIRECTORY_TABLE');
  });
});
