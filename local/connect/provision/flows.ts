import type { Provisioned } from '../../ports.ts';
import { parseFlow } from '../flow/document.ts';
import type { Provisioning } from './index.ts';

/** Content that the interpreter could not read is refused here, as CreateContactFlow refuses it. */
export function contactFlow({ properties, resources, arn }: Provisioning): Provisioned {
  const flow = {
    arn: arn('flow'),
    name: properties.text('Name'),
    type: properties.text('Type'),
    content: properties.text('Content'),
  };
  parseFlow(flow.name, flow.content);
  resources.flows.set(flow.arn, flow);
  return { ref: flow.arn, attributes: { ContactFlowArn: flow.arn } };
}

/** The recording itself stays in its bucket: callers read its name. */
export function prompt({ properties, resources, arn }: Provisioning): Provisioned {
  const made = { arn: arn('prompt'), name: properties.text('Name') };
  resources.prompts.set(made.arn, made);
  return { ref: made.arn, attributes: { PromptArn: made.arn } };
}
