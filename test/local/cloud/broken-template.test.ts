import { describe, expect, it } from 'vitest';
import { variables } from '../../../domain/settings.ts';
import type { Template } from '../../../local/cloud/types.ts';
import { runUntil } from '../../../local/connect/clock.ts';
import { deskWith, forbid, only, remove } from './edited-template.ts';

/** Answers the call's problems when the template is changed like this. The caller waits in the queue and hangs up. */
async function callWith(
  change: (template: Template) => void,
): Promise<{ problems: string[]; ended: boolean; functions: string[] }> {
  const desk = await deskWith(change);
  try {
    const functions: string[] = [];
    desk.functions.onInvocation(({ functionName, outcome }) =>
      functions.push(`${functionName.split('-').slice(2).join('-')}: ${outcome}`),
    );
    const call = desk.connect.dial({ from: '+12125550123', to: desk.connect.numbers()[0] ?? '' });
    await runUntil(desk, desk.clock, () => call.phase === 'queue' || call.phase === 'ended');
    call.hangUp();
    await desk.settled();
    return { problems: desk.problems(), ended: call.phase === 'ended', functions };
  } finally {
    await desk.stop();
  }
}

describe('a template that lacks something', () => {
  it('lacks nothing as it is', async () => {
    const { problems, ended, functions } = await callWith(() => undefined);
    expect(problems).toEqual([]);
    expect(ended).toBe(true);
    expect(functions).toContain('identify-caller: ok');
    expect(functions.filter((one) => one === 'track-contact: ok').length).toBeGreaterThanOrEqual(3);
  });

  it('a statement of a role: the refusal names role, action and resource', async () => {
    const { problems } = await callWith((template) => forbid(template, 'IdentifyCaller', 'dynamodb:Query'));
    expect(problems.join('\n')).toMatch(
      /AccessDeniedException: User: arn:aws:sts::\d+:assumed-role\/\S*IdentifyCaller\S*\/\S*identify-caller is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:\S+:table\/\S*Directory/,
    );
  });

  it('an environment variable: the function says which', async () => {
    const { problems, functions } = await callWith((template) => {
      const [, { Properties = {} }] = only(template, 'AWS::Lambda::Function', 'identify-caller');
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      delete Variables[variables.directoryTable];
    });
    expect(functions).toContain('identify-caller: error');
    expect(problems.join('\n')).toMatch(new RegExp(`identify-caller: error: .*${variables.directoryTable}`));
  });

  it('an event rule: nobody hears the contact events', async () => {
    const { problems, functions } = await callWith((template) =>
      remove(template, only(template, 'AWS::Events::Rule', 'aws.connect')[0]),
    );
    expect(problems).toEqual(['no event rule of the template hears aws.connect "Amazon Connect Contact Event"']);
    expect(functions.filter((one) => one.startsWith('track-contact'))).toEqual([]);
  });

  it('the association of a function: the instance does not call it', async () => {
    const { problems, functions } = await callWith((template) =>
      remove(template, only(template, 'AWS::Connect::IntegrationAssociation', 'IdentifyCaller')[0]),
    );
    expect(problems.join('\n')).toMatch(/identify-caller is not associated with the instance.*IntegrationAssociation/);
    expect(functions.filter((one) => one.startsWith('identify-caller'))).toEqual([]);
  });

  it('the permission of the instance: Lambda refuses it', async () => {
    const { problems, functions } = await callWith((template) =>
      remove(template, only(template, 'AWS::Lambda::Permission', 'connect.amazonaws.com', 'IdentifyCaller')[0]),
    );
    expect(functions).toContain('identify-caller: refused');
    expect(problems.join('\n')).toMatch(
      /connect\.amazonaws\.com may not invoke \S*identify-caller: the template has no AWS::Lambda::Permission for it with source ARN arn:aws:connect/,
    );
  });

  it('the permission of a rule: the event ends in the dead-letter queue', async () => {
    const { problems } = await callWith((template) =>
      remove(template, only(template, 'AWS::Lambda::Permission', 'events.amazonaws.com', 'TrackContact')[0]),
    );
    expect(problems.join('\n')).toMatch(
      /DeadLetters\S* received an event that could not be delivered: rule \S+: events\.amazonaws\.com may not invoke \S*track-contact/,
    );
  });

  it('what links number and flow: the start stops with the function’s reason', async () => {
    const started = deskWith((template) => forbid(template, 'LinkConnect', 'connect:AssociatePhoneNumberContactFlow'));
    await expect(started).rejects.toThrow(
      /link-connect answered: .*not authorized to perform: connect:AssociatePhoneNumberContactFlow/,
    );
  });

  it('the API’s permission: the page gets a 500 and the reason is told', async () => {
    const desk = await deskWith((template) =>
      remove(template, only(template, 'AWS::Lambda::Permission', 'apigateway.amazonaws.com')[0]),
    );
    try {
      const authorization = `Bearer ${await desk.token('ned')}`;
      const answer = await fetch(`${desk.deskUrl}/api/me`, { headers: { authorization } });
      expect(answer.status).toBe(500);
      expect(desk.problems().join('\n')).toContain('apigateway.amazonaws.com may not invoke');
    } finally {
      await desk.stop();
    }
  });
});
