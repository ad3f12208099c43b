import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFlow, describe } from '../domain/flow/check.ts';
import type { FlowType } from '../domain/flow/flow-types.ts';
import { isFlowType } from '../domain/flow/flow-types.ts';
import { root } from './build/output-files.ts';

/** The flows that are deployed: names of the files in `contact-flows/`. */
const flowNames = [
  'queue',
  'agent-whisper',
  'transfer-whisper',
  'customer-whisper',
  'customer-hold',
  'agent-hold',
  'disconnect',
  'outbound-whisper',
  'agent-queue',
  'hand-over',
  'queue-transfer',
  'agent-transfer',
  'inbound',
] as const;
export type FlowName = (typeof flowNames)[number];

export interface FlowFile {
  /** Of the flow in Connect; like the type it stands in the file's metadata. */
  name: string;
  type: FlowType;
  description?: string;
  /** The flow without line breaks, its `${Name}` not yet filled. */
  text: string;
}

/** Folder of the flows as they are written. */
export const flowFolder = join(root, 'contact-flows');

/** Says what is wrong with the flows, one line for each finding. */
export class WrongFlows extends Error {
  override readonly name = 'WrongFlows';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

/** Reads and checks all of them; throws {@link WrongFlows} for any finding, since ours must be free of warnings too. */
export function readFlows(folder: string): Record<FlowName, FlowFile> {
  const lines: string[] = [];
  const flows = flowNames.map((name) => [name, readFlow(folder, name, lines)] as const);
  if (lines.length > 0) throw new WrongFlows(lines);
  return Object.fromEntries(flows) as Record<FlowName, FlowFile>;
}

function readFlow(folder: string, flowName: FlowName, lines: string[]): FlowFile | undefined {
  const file = `${flowName}.json`;
  const written = readFileSync(join(folder, file), 'utf8');
  const findings = checkFlow(written, { own: true, file, type: typeOf(written) });
  lines.push(...findings.map(describe));
  if (findings.length > 0) return undefined;
  const flow = JSON.parse(written);
  const { name, type, description } = flow.Metadata ?? {};
  if (typeof name !== 'string' || !isFlowType(type)) {
    lines.push(`${file}: Metadata holds no name, or no type as the API spells it (CONTACT_FLOW, CUSTOMER_QUEUE, …)`);
    return undefined;
  }
  return { name, type, description, text: JSON.stringify(flow) };
}

/** The type that the file says; nothing for a file that says none or is no JSON, of which the check tells. */
function typeOf(written: string): FlowType | undefined {
  try {
    const type: unknown = JSON.parse(written)?.Metadata?.type;
    return isFlowType(type) ? type : undefined;
  } catch {
    return undefined;
  }
}
