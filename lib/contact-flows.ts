import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnContactFlow, CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { IDependable } from 'constructs';
import { Construct } from 'constructs';
import type { Placeholder } from '../domain/flow/placeholders.ts';
import { fillPlaceholders, placeholdersIn } from '../domain/flow/placeholders.ts';
import { root } from './build/files.ts';
import type { Desks } from './desks.ts';
import type { IdentifyCaller } from './identify-caller.ts';
import type { Instance } from './instance.ts';

/** Folder of the flows as they are written. */
export const flowFolder = join(root, 'contact-flows');

export interface ContactFlowsProps {
  instance: Instance;
  desks: Desks;
  identifyCaller: IdentifyCaller;
  /** Another folder than {@link flowFolder}. */
  folder?: string;
}

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
    const values: Partial<Record<Placeholder, string>> = {
      IdentifyCallerArn: props.identifyCaller.functionArn,
      ServiceDeskQueueArn: props.desks.serviceDesk.attrQueueArn,
      BillingQueueArn: props.desks.billing.attrQueueArn,
      HoursArn: props.desks.hoursArn,
      HoldMusicArn: this.holdMusic(),
    };
    values.QueueFlowArn = this.flow('queue', values);
    values.AgentWhisperArn = this.flow('agent-whisper', values);
    values.CustomerWhisperArn = this.flow('customer-whisper', values);
    values.DisconnectFlowArn = this.flow('disconnect', values);
    this.queueTransferArn = this.flow('queue-transfer', values);
    this.inboundArn = this.flow('inbound', values, props.identifyCaller.callable);
  }

  private flow(file: string, values: Partial<Record<Placeholder, string>>, after: IDependable[] = []): string {
    const path = join(this.props.folder ?? flowFolder, `${file}.json`);
    const text = readFileSync(path, 'utf8');
    const flow = JSON.parse(text) as { Metadata: { name: string; type: string; description?: string } };
    const left = placeholdersIn(text).filter((name) => !Object.hasOwn(values, name));
    if (left.length > 0) throw new Error(`contact-flows/${file}.json: nothing fills ${left.join(', ')}`);
    const resource = new CfnContactFlow(this, file, {
      instanceArn: this.props.instance.arn,
      name: flow.Metadata.name,
      description: flow.Metadata.description,
      type: flow.Metadata.type,
      state: 'ACTIVE',
      content: fillPlaceholders(JSON.stringify(flow), values),
    });
    resource.node.addDependency(...after);
    return resource.attrContactFlowArn;
  }

  private holdMusic(): string {
    const file = new Asset(this, 'HoldMusicFile', { path: join(this.props.folder ?? flowFolder, 'hold-music.wav') });
    const prompt = new CfnPrompt(this, 'HoldMusic', {
      instanceArn: this.props.instance.arn,
      name: 'Deskline hold music',
      s3Uri: file.s3ObjectUrl,
    });
    return prompt.attrPromptArn;
  }
}
