import { describe, expect, it } from 'vitest';
import { flowContact } from '../../../lambdas/shared/connect-event.ts';
import { setting } from '../../../lambdas/shared/env.ts';
import { makeLog, redacted } from '../../../lambdas/shared/log.ts';
import { pace } from '../../../lambdas/shared/pace.ts';
import { rolesOf } from '../../../lambdas/shared/roles.ts';

describe('a flow’s event', () => {
  const event = (data: object) => ({ Name: 'ContactFlowEvent', Details: { ContactData: data, Parameters: {} } });

  it.each([
    ['of a later leg names the conversation', { ContactId: 'c-2', InitialContactId: 'c-1' }, 'c-1'],
    ['of the first leg may repeat its own id', { ContactId: 'c-1', InitialContactId: 'c-1' }, 'c-1'],
    ['of the first leg may hold null', { ContactId: 'c-1', InitialContactId: null }, 'c-1'],
    ['of the first leg may leave it out', { ContactId: 'c-1' }, 'c-1'],
    ['of the first leg may leave it empty', { ContactId: 'c-1', InitialContactId: '' }, 'c-1'],
  ])('%s', (_, data, interactionId) => {
    expect(flowContact(event(data)).interactionId).toBe(interactionId);
  });

  it('may hold null for every endpoint, and members that nobody has documented', () => {
    const data = {
      ContactId: 'c-1',
      CustomerEndpoint: null,
      SystemEndpoint: null,
      Queue: null,
      AwsRegion: 'us-east-1',
    };
    expect(flowContact(event(data))).toEqual({ contactId: 'c-1', interactionId: 'c-1' });
  });

  it('is refused when it names no contact', () => {
    expect(() => flowContact(event({ ContactId: '' }))).toThrow();
  });
});

describe('a setting', () => {
  it('that is missing is named in the error', () => {
    expect(() => setting('directoryTable', {})).toThrow('DIRECTORY_TABLE');
  });
  it('that is blank counts as missing', () => {
    expect(() => setting('lineRegion', { LINE_REGION: ' ' })).toThrow('LINE_REGION');
  });
});

describe('a log line', () => {
  it.each([
    ['keeps two digits of a number', 'call from +12125550123', 'call from …23'],
    ['keeps two digits of a number with separators', 'tel (212) 555-0123.', 'tel (…23.'],
    ['keeps two digits of a number in another script', 'from ٠٥٠١٢٣٤٥٦٧', 'from …٦٧'],
    ['hides a number in an address', 'sip:+442079460123@gw.example.com', 'sip:…23@gw.example.com'],
    ['hides a number in a table key', 'phone#5550123 +12125550123##amy', 'phone#…23 …23##amy'],
    ['keeps a contact id', 'b7d9f0a2-1234-4567-8901-123456789012', 'b7d9f0a2-1234-4567-8901-123456789012'],
    ['keeps a time', 'at 2026-11-20T09:00:00.000Z', 'at 2026-11-20T09:00:00.000Z'],
    [
      'keeps an ARN',
      'arn:aws:connect:us-east-1:123456789012:instance/i',
      'arn:aws:connect:us-east-1:123456789012:instance/i',
    ],
    ['keeps a request number', 'RQ-123456', 'RQ-123456'],
  ])('%s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it('is one JSON object, with errors and their causes redacted as well', () => {
    const lines: string[] = [];
    const fault = new Error('no room for +12125550123', { cause: new Error('nor for +442079460123') });
    makeLog({ function: 'test' }, (line) => lines.push(line)).error('failed', { fault, ms: 12 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', message: 'failed', function: 'test', ms: 12 });
    expect(lines.join()).toContain('no room for …23');
    expect(lines.join()).not.toMatch(/0123/);
  });
});

describe('roles', () => {
  it.each([
    ['of one group as API Gateway writes a list', '[agent]', ['agent']],
    ['of several groups, other groups ignored', '[staff supervisor agent]', ['agent', 'supervisor']],
    ['of a list that came as a list', ['admin'], ['admin']],
    ['of words between commas', 'agent,admin', ['agent', 'admin']],
    ['of JSON in a string', '["agent", "admin"]', ['agent', 'admin']],
    ['of nobody when the claim is missing', undefined, []],
    ['of nobody when a group only begins like one', '[agents administrators]', []],
  ])('%s', (_, claim, expected) => {
    expect(rolesOf(claim)).toEqual(expected);
  });
});

describe('the pace', () => {
  it('lets a burst through and then two calls a second', async () => {
    let now = 0;
    const turn = pace(
      { perSecond: 2, burst: 5 },
      () => now,
      async (ms) => {
        now += ms;
      },
    );
    const at: number[] = [];
    for (let call = 0; call < 8; call += 1) {
      await turn();
      at.push(now);
    }
    expect(at).toEqual([0, 0, 0, 0, 0, 500, 1000, 1500]);
  });

  it('counts each operation by itself, as Connect does', async () => {
    let slept = 0;
    const turn = pace(
      { perSecond: 2, burst: 1 },
      () => 0,
      async (ms) => {
        slept += ms;
      },
    );
    for (const operation of ['SearchUsers', 'ListQueues', 'CreateQuickConnect']) await turn(operation);
    expect(slept).toBe(0);
    await turn('ListQueues');
    expect(slept).toBe(500);
  });
});
