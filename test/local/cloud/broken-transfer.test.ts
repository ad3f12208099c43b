import { describe, expect, it } from 'vitest';
import { variables } from '../../../domain/settings.ts';
import type { Template } from '../../../local/cloud/types.ts';
import { runUntil } from '../../../local/connect/clock.ts';
import { deskWith, forbid, only, remove } from './edited-template.ts';

/**
 * What becomes of a caller whom Ned hands to billing, whose line is full, so that `route-transfer` is asked. Until then
 * the template is changed like this. `back`: the line was cut, and Ned has the caller again.
 */
async function handedOver(change: (template: Template) => void) {
  const desk = await deskWith((template) => {
    const [, billing] = only(template, 'AWS::Connect::Queue', 'DesksBilling');
    Object.assign(billing.Properties ?? {}, { MaxContacts: 0 });
    change(template);
  });
  try {
    const routed: string[] = [];
    desk.functions.onInvocation(({ functionName, outcome }) => {
      if (functionName.endsWith('route-transfer')) routed.push(outcome);
    });
    const { connect, clock } = desk;
    const until = (condition: () => boolean) => runUntil(desk, clock, condition);
    const contact = () => connect.agent('ned')?.contacts.at(-1);
    const does = (operation: string, params: Record<string, unknown> = {}) =>
      expect(connect.act('ned', { operation, params: { contactId: contact()?.contactId, ...params } }).ok).toBe(true);

    const call = connect.dial({ from: '+12125550123', to: connect.numbers()[0] ?? '' });
    await until(() => call.phase === 'queue');
    does('PutAgentState', { state: { name: 'Available' } });
    await until(() => call.phase === 'ringing');
    does('AcceptContact');
    await until(() => call.phase === 'talking');
    const queues = connect.agent('ned')?.routingProfile.queues.map(({ arn }) => arn) ?? [];
    const billing = connect.endpoints(queues).find(({ name }) => name === 'Billing');
    does('CreateAdditionalConnection', { endpoint: { endpointARN: billing?.arn } });
    const third = () => contact()?.connections.at(2)?.state.type;
    const moved = () =>
      call.events.some((event) => event.kind === 'block' && event.flow === 'Deskline queue' && event.at > asked);
    const asked = clock.now();
    await until(() => third() === 'disconnected' || moved());
    const back = third() === 'disconnected';
    call.hangUp();
    await desk.settled();
    return { back, routed, problems: desk.problems().join('\n') };
  } finally {
    await desk.stop();
  }
}

describe('a transfer for which the template lacks', () => {
  it('nothing comes back to the first agent', async () => {
    expect(await handedOver(() => undefined)).toEqual({ back: true, routed: ['ok'], problems: '' });
  });

  it('the association of the function goes to the service desk, and what is missing is named', async () => {
    const { back, routed, problems } = await handedOver((template) =>
      remove(template, only(template, 'AWS::Connect::IntegrationAssociation', 'RouteTransfer')[0]),
    );
    expect({ back, routed }).toEqual({ back: false, routed: [] });
    expect(problems).toMatch(/route-transfer is not associated with the instance.*IntegrationAssociation/);
  });

  it('the permission of the instance goes there too', async () => {
    const { back, problems } = await handedOver((template) =>
      remove(template, only(template, 'AWS::Lambda::Permission', 'connect.amazonaws.com', 'RouteTransfer')[0]),
    );
    expect(back).toBe(false);
    expect(problems).toMatch(/connect\.amazonaws\.com may not invoke \S*route-transfer/);
  });

  it('the right to describe contacts goes there too', async () => {
    const { back, problems } = await handedOver((template) =>
      forbid(template, 'RouteTransfer', 'connect:DescribeContact'),
    );
    expect(back).toBe(false);
    expect(problems).toMatch(
      /route-transfer is not authorized to perform: connect:DescribeContact on resource: arn:aws:connect/,
    );
  });

  it('the name of the instance goes there too', async () => {
    const { back, problems } = await handedOver((template) => {
      const [, { Properties = {} }] = only(template, 'AWS::Lambda::Function', 'deskline-sample-route-transfer');
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      delete Variables[variables.instanceArn];
    });
    expect(back).toBe(false);
    expect(problems).toMatch(new RegExp(`route-transfer: error: .*${variables.instanceArn}`));
  });
});
