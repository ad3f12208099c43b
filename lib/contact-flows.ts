import { join } from 'node:path';
import { CfnContactFlow, CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { IDependable } from 'constructs';
import { Construct } from 'constructs';
import type { Placeholder } from '../domain/flow/placeholders.ts';
import { fillPlaceholders, placeholdersIn } from '../domain/flow/placeholders.ts';
import type { Desks } from './desks.ts';
import type { FlowFile } from './flow-files.ts';
import { flowFolder, readFlows } from './flow-files.ts';
import type { IdentifyCaller } from './identify-caller.ts';
import type { Instance } from './instance.ts';

export interface ContactFlowsProps {
  instance: Instance;
  desks: Desks;
  identifyCaller: IdentifyCaller;
  /** Another folder than {@link flowFolder}. */
  folder?: string;
}

type Values = Partial<Record<Placeholder, string>>;

/**
 * The flows of `contact-flows/`, checked, with every `${Name}` filled. The inbound flow and the transfer flow name the
 * four that run beside a call, so those are made first.
 */
export class ContactFlows extends Construct {
  readonly inboundArn: string;
  readonly queueTransferArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ContactFlowsProps,
  ) {
    super(scope, id);
    const folder = props.folder ?? flowFolder;
    const files = readFlows(folder);
    const values: Values = {
      IdentifyCallerArn: props.identifyCaller.functionArn,
      ServiceDeskQueueArn: props.desks.serviceDesk.attrQueueArn,
      BillingQueueArn: props.desks.billing.attrQueueArn,
      HoursArn: props.desks.hoursArn,
      HoldMusicArn: this.holdMusic(join(folder, 'hold-music.wav')),
    };
    values.QueueFlowArn = this.flow('queue', files.queue, values);
    values.AgentWhisperArn = this.flow('agent-whisper', files['agent-whisper'], values);
    values.CustomerWhisperArn = this.flow('customer-whisper', files['customer-whisper'], values);
    values.DisconnectFlowArn = this.flow('disconnect', files.disconnect, values);
    this.queueTransferArn = this.flow('queue-transfer', files['queue-transfer'], values);
    this.inboundArn = this.flow('inbound', files.inbound, values, props.identifyCaller.callable);
  }

  private flow(id: string, flow: FlowFile, values: Values, after: IDependable[] = []): string {
    const left = placeholdersIn(flow.text).filter((name) => !Object.hasOwn(values, name));
    if (left.length > 0) throw new Error(`contact-flows/${id}.json: nothing fills ${left.join(', ')} here`);
    const resource = new CfnContactFlow(this, id, {
      instanceArn: this.props.instance.arn,
      name: flow.name,
      description: flow.description,
      type: flow.type,
      state: 'ACTIVE',
      content: fillPlaceholders(flow.text, values),
    });
    resource.node.addDependency(...after);
    return resource.attrContactFlowArn;
  }

  private holdMusic(path: string): string {
    const file = new Asset(this, 'HoldMusicFile', { path });
    const prompt = new CfnPrompt(this, 'HoldMusic', {
      instanceArn: this.props.instance.arn,
      name: 'Deskline hold music',
      s3Uri: file.s3ObjectUrl,
    });
    return prompt.attrPromptArn;
  }
}
