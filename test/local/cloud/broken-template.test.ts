import { describe, expect, inject, it } from 'vitest';
import { variables } from '../../../domain/settings.ts';
import type { Template, TemplateResource } from '../../../local/cloud/types.ts';
import { runUntil } from '../../../local/connect/clock.ts';
import { type Desk, startDesk } from '../../../local/desk.ts';
import { loadSample } from '../../../local/sample/index.ts';

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

const deskWith = (change: (template: Template) => void): Promise<Desk> =>
  startDesk({
    ...{ assembly: inject('assembly'), deskPort: 0, instancePort: 0, clock: 'free', sample: loadSample },
    template(template) {
      change(template);
      return template;
    },
  });

type Found = [id: string, resource: TemplateResource];
/** The only resource of the type whose JSON has these words. */
function only(template: Template, type: string, ...words: string[]): Found {
  const found = Object.entries(template.Resources).filter(
    ([id, resource]) => resource.Type === type && words.every((word) => (id + JSON.stringify(resource)).includes(word)),
  );
  expect(found.map(([id]) => id)).toHaveLength(1);
  return found[0] as Found;
}

/** Takes a resource out, with everything that waits for it or names it. */
function remove(template: Template, id: string): void {
  delete template.Resources[id];
  for (const [other, resource] of Object.entries(template.Resources)) {
    if (JSON.stringify(resource.Properties ?? {}).includes(`"${id}"`)) remove(template, other);
    if (resource.DependsOn) resource.DependsOn = [resource.DependsOn].flat().filter((name) => name !== id);
  }
}

interface Statement {
  Action: string | string[];
}
/** Takes an action out of the only policy that allows it for this function. */
function forbid(template: Template, functionId: string, action: string): void {
  const [, policy] = only(template, 'AWS::IAM::Policy', functionId, action);
  const document = policy.Properties?.PolicyDocument as { Statement: Statement[] };
  for (const statement of document.Statement)
    statement.Action = [statement.Action].flat().filter((one) => one !== action);
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
      remove(template, only(template, 'AWS::Connect::IntegrationAssociation')[0]),
    );
    expect(problems.join('\n')).toMatch(/identify-caller is not associated with the instance.*IntegrationAssociation/);
    expect(functions.filter((one) => one.startsWith('identify-caller'))).toEqual([]);
  });

  it('the permission of the instance: Lambda refuses it', async () => {
    const { problems, functions } = await callWith((template) =>
      remove(template, only(template, 'AWS::Lambda::Permission', 'connect.amazonaws.com')[0]),
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
