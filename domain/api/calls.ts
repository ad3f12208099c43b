import * as z from 'zod/mini';
import { text } from './fields.ts';

/** An agent wants to dial; `override` is for those whose role permits it, with their reason. */
export const callRequest = z.strictObject({
  number: text(200),
  personId: z.optional(text(100)),
  override: z.optional(z.strictObject({ reason: text(200) })),
});
export type CallRequest = z.infer<typeof callRequest>;

/** Why a number must not be dialled now. */
export const callRefusals = ['do-not-call', 'outside-hours', 'not-dialable'] as const;
export type CallRefusal = (typeof callRefusals)[number];

interface AskedNumber {
  /** E.164. */
  dial: string;
  display: string;
  /** Time of day where the number rings, `HH:MM`, with the zone's name; absent where none or more than one is possible. */
  localTime?: string;
  timeZone?: string;
}
export type CallPermission =
  | (AskedNumber & {
      permitted: true;
      /** Id of the permit. */
      permit: string;
      /** ISO 8601: dial before it. */
      until: string;
      /** The call will be recorded, which the agent is told before it connects. */
      recorded: boolean;
    })
  | (Omit<AskedNumber, 'dial'> & {
      permitted: false;
      /** E.164; absent with `not-dialable`. */
      dial?: string;
      reason: CallRefusal;
      /** Whether the asking agent's role may override it. */
      mayOverride: boolean;
      /** ISO 8601: with `outside-hours`, when calling hours begin again. */
      opensAt?: string;
    });
