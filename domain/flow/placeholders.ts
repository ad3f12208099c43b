/**
 * What the flows in `contact-flows/` leave open, written there as `${Name}`. The stack fills each one with an ARN; a
 * name that is not in this list, and a name that is left over after filling, fails the synth.
 */
export const placeholders = [
  'IdentifyCallerArn',
  'ServiceDeskQueueArn',
  'BillingQueueArn',
  'HoursArn',
  'HoldMusicArn',
  'QueueFlowArn',
  'AgentWhisperArn',
  'CustomerWhisperArn',
  'DisconnectFlowArn',
] as const;

export type Placeholder = (typeof placeholders)[number];

const form = /\$\{([^}]*)\}/g;

/** Names of all `${Name}` in a text, each once, in order of appearance. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(form)].map((match) => match[1] ?? ''))];
}

/**
 * Puts the values into a flow's text. A name without a value stays as it is, for the validator to find.
 *
 * Values go into JSON strings, so they must need no escaping there; ARNs and CloudFormation tokens do not.
 */
export function fillPlaceholders(text: string, values: Partial<Record<Placeholder, string>>): string {
  const known = new Map<string, string>(Object.entries(values));
  return text.replace(form, (whole, name: string) => known.get(name) ?? whole);
}
