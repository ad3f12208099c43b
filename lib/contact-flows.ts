import { join } from 'node:path';
import { CfnContactFlow, CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { IDependable } from 'constructs';
import { Construct } from 'constructs';
import type { Placeholder } from '../domain/flow/placeholders.ts';
import { fillPlaceholders, placeholdersIn } from '../domain/flow/placeholders.ts';
import type { Callable } from './callable-by-flows.ts';
import type { Desks } from './desks.ts';
import type { FlowFile, FlowName } from './flow-files.ts';
import { flowFolder, readFlows } from './flow-files.ts';
import type { Instance } from './instance.ts';

export interface ContactFlowsProps {
  instance: Instance;
  /** Another folder than {@link flowFolder}. */
  folder?: string;
}

/** What the flows that lead into queues ask and name. */
export interface LeadProps {
  desks: Desks;
  identifyCaller: Callable;
  routeTransfer: Callable;
}

/** The flows by which a call comes in or is handed over. */
export interface Entrances {
  inboundArn: string;
  queueTransferArn: string;
  agentTransferArn: string;
}

type Values = Partial<Record<Placeholder, string>>;

/**
 * The flows of `contact-flows/`, checked, with every `${Name}` filled. Queues name the outbound whisper and other flows
 * name queues, so they are made in two steps: first those that run beside a call, which name no queue.
 */
export class ContactFlows extends Construct {
  /** What somebody hears whom an agent has called. */
  readonly outboundWhisperArn: string;
  private readonly files: Record<FlowName, FlowFile>;
  private readonly values: Values;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ContactFlowsProps,
  ) {
    super(scope, id);
    const folder = props.folder ?? flowFolder;
    this.files = readFlows(folder);
    this.values = { HoldMusicArn: this.holdMusic(join(folder, 'hold-music.wav')) };
    this.values.QueueFlowArn = this.flow('queue');
    this.values.AgentWhisperArn = this.flow('agent-whisper');
    this.values.TransferWhisperArn = this.flow('transfer-whisper');
    this.values.CustomerWhisperArn = this.flow('customer-whisper');
    this.values.CustomerHoldArn = this.flow('customer-hold');
    this.values.AgentHoldArn = this.flow('agent-hold');
    this.values.DisconnectFlowArn = this.flow('disconnect');
    this.outboundWhisperArn = this.flow('outbound-whisper');
  }

  /** Makes the flows that lead into the queues; once. */
  lead({ desks, identifyCaller, routeTransfer }: LeadProps): Entrances {
    this.values.IdentifyCallerArn = identifyCaller.functionArn;
    this.values.RouteTransferArn = routeTransfer.functionArn;
    this.values.ServiceDeskQueueArn = desks.serviceDesk.attrQueueArn;
    this.values.BillingQueueArn = desks.billing.attrQueueArn;
    this.values.NetworkQueueArn = desks.network.attrQueueArn;
    this.values.HoursArn = desks.hoursArn;
    this.values.AgentQueueFlowArn = this.flow('agent-queue', routeTransfer.callable);
    this.values.HandOverFlowArn = this.flow('hand-over', routeTransfer.callable);
    return {
      queueTransferArn: this.flow('queue-transfer'),
      agentTransferArn: this.flow('agent-transfer', routeTransfer.callable),
      inboundArn: this.flow('inbound', identifyCaller.callable),
    };
  }

  private flow(id: FlowName, after: IDependable[] = []): string {
    const { text, name, description, type } = this.files[id];
    const left = placeholdersIn(text).filter((placeholder) => !Object.hasOwn(this.values, placeholder));
    if (left.length > 0) throw new Error(`contact-flows/${id}.json: nothing fills ${left.join(', ')} here`);
    const resource = new CfnContactFlow(this, id, {
      instanceArn: this.props.instance.arn,
      name,
      description,
      type,
      state: 'ACTIVE',
      content: fillPlaceholders(text, this.values),
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
