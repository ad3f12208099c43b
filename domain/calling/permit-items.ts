import { expiryAttribute } from '../tables.ts';
import { type Dial, type Permit, reach } from './permit.ts';

/**
 * How permits lie in the table `Interactions`: with what was dialled, in one partition for each agent, by time, so that
 * one query answers which permit covers which contact.
 *
 *     calls-out#<agent's ARN>   <at>#permit#<id>
 *     calls-out#<agent's ARN>   <at>#dial#<contact id>
 *
 * The record keeps what came of them, so these items go after some weeks: later than any event can be sent again.
 */
export type CallsOutItem = { pk: string; sk: string; permit?: Permit; dial?: Dial } & Record<string, unknown>;

export const permitItem = (permit: Permit): CallsOutItem => ({
  ...key(permit.agentArn, `${permit.at}#permit#${permit.id}`),
  permit,
  ...expiry(permit.at),
});

export const dialItem = (dial: Dial): CallsOutItem => ({
  ...key(dial.agentArn, `${dial.at}#dial#${dial.contactId}`),
  dial,
  ...expiry(dial.at),
});

/** Partition and bounds of the sort key of all that can concern this contact. */
export function aroundDial({ agentArn, at }: Dial): { pk: string; from: string; to: string } {
  const time = (shift: number) => new Date(Date.parse(at) + shift).toISOString();
  return { pk: key(agentArn, '').pk, from: time(-reach), to: time(reach) };
}

const key = (agentArn: string, sk: string) => ({ pk: `calls-out#${agentArn}`, sk });

const keptDays = 30;

const expiry = (at: string) => ({ [expiryAttribute]: Math.floor(Date.parse(at) / 1000) + keptDays * 86_400 });
