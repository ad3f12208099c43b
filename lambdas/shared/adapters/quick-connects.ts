import {
  type ConnectClient,
  CreateQuickConnectCommand,
  DeleteQuickConnectCommand,
  type QuickConnect as Described,
  DuplicateResourceException,
  LimitExceededException,
  paginateSearchQuickConnects,
  UpdateQuickConnectConfigCommand,
  UpdateQuickConnectNameCommand,
} from '@aws-sdk/client-connect';
import { connectRate, pace } from '../pace.ts';
import type { AgentQuickConnect, NotTaken, QuickConnect, QuickConnects } from '../quick-connects.ts';
import { idIn, unlessGone } from './connect.ts';

/** The tag by which a stack knows its own: people may make quick connects of the same kind by hand. */
const mark = 'deskline';

/** @param stage Value of the mark, so that two stages on one instance leave each other's alone. */
export function quickConnectsOn(
  client: ConnectClient,
  instanceArn: string,
  stage: string,
  turn = pace(connectRate),
): QuickConnects {
  const InstanceId = idIn(instanceArn);

  const toAgent = ({ agentArn, flowArn }: Pick<AgentQuickConnect, 'agentArn' | 'flowArn'>) => ({
    QuickConnectType: 'USER' as const,
    UserConfig: { UserId: idIn(agentArn), ContactFlowId: idIn(flowArn) },
  });

  function ownPart({ Tags, Description = '', QuickConnectConfig }: Described): QuickConnect['ours'] {
    const { UserId, ContactFlowId } = QuickConnectConfig?.UserConfig ?? {};
    if (Tags?.[mark] !== stage || !UserId || !ContactFlowId) return undefined;
    const [agentArn, flowArn] = [`${instanceArn}/agent/${UserId}`, `${instanceArn}/contact-flow/${ContactFlowId}`];
    return { agentArn, flowArn, description: Description };
  }

  return {
    async all() {
      const found: QuickConnect[] = [];
      await turn('SearchQuickConnects');
      for await (const page of paginateSearchQuickConnects({ client, pageSize: 100 }, { InstanceId })) {
        for (const one of page.QuickConnects ?? []) {
          if (one.QuickConnectARN) found.push({ arn: one.QuickConnectARN, name: one.Name ?? '', ours: ownPart(one) });
        }
        if (page.NextToken) await turn('SearchQuickConnects');
      }
      return found;
    },

    async create({ name, description, ...target }) {
      await turn('CreateQuickConnect');
      const made = { InstanceId, Name: name, Description: description, QuickConnectConfig: toAgent(target) };
      const answer = await taken(client.send(new CreateQuickConnectCommand({ ...made, Tags: { [mark]: stage } })));
      if (typeof answer === 'string') return { refused: answer };
      if (!answer.QuickConnectARN) throw new Error(`Connect did not say what it made for ${description}`);
      return { arn: answer.QuickConnectARN };
    },

    async change({ arn, name, ours }, wanted) {
      const ids = { InstanceId, QuickConnectId: idIn(arn) };
      if (ours?.agentArn !== wanted.agentArn || ours.flowArn !== wanted.flowArn) {
        await turn('UpdateQuickConnectConfig');
        const QuickConnectConfig = toAgent(wanted);
        await client.send(new UpdateQuickConnectConfigCommand({ ...ids, QuickConnectConfig }));
      }
      if (name === wanted.name && ours?.description === wanted.description) return undefined;
      await turn('UpdateQuickConnectName');
      const said = { Name: wanted.name, Description: wanted.description };
      const answer = await taken(client.send(new UpdateQuickConnectNameCommand({ ...ids, ...said })));
      return typeof answer === 'string' ? answer : undefined;
    },

    async remove(arn) {
      await turn('DeleteQuickConnect');
      await unlessGone(client.send(new DeleteQuickConnectCommand({ InstanceId, QuickConnectId: idIn(arn) })));
    },
  };
}

async function taken<T>(answer: Promise<T>): Promise<T | NotTaken> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof DuplicateResourceException) return 'name-taken';
    if (thrown instanceof LimitExceededException) return 'too-many';
    throw thrown;
  }
}
