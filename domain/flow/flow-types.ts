/**
 * Kinds of flow, spelled as the API spells them, in the order of the columns of each action's `flows`. The kind is a
 * property of the resource, not of the content, so whoever checks a flow has to say it.
 */
const columns = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'AGENT_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'MODULE',
] as const;

/** CAMPAIGN exists too, but nothing is published about what may be used in it. */
export const flowTypes = [...columns, 'CAMPAIGN'] as const;

export type FlowType = (typeof flowTypes)[number];

export function isFlowType(text: unknown): text is FlowType {
  return (flowTypes as readonly unknown[]).includes(text);
}

/** `y`: allowed; `a`: only the Administrator Guide allows it, the Developer Guide does not; `.`: refused. */
export type Allowance = 'y' | 'a' | '.';

/** What an action's row of ten letters says about a flow type. */
export function allowance(row: string, type: FlowType): Allowance {
  const letter = row[(columns as readonly FlowType[]).indexOf(type)];
  return letter === 'a' || letter === '.' ? letter : 'y';
}
