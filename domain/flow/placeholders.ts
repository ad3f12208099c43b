/**
 * What the flows in `contact-flows/` leave open, written there as `${Name}`. The stack fills each one with an ARN; any
 * other name fails the synth.
 */
export const placeholders = [
  'IdentifyCallerArn',
  'RouteTransferArn',
  'ServiceDeskQueueArn',
  'BillingQueueArn',
  'NetworkQueueArn',
  'HoursArn',
  'HoldMusicArn',
  'QueueFlowArn',
  'AgentWhisperArn',
  'CustomerWhisperArn',
  'DisconnectFlowArn',
  'CustomerHoldArn',
  'AgentHoldArn',
  'AgentQueueFlowArn',
  'TransferWhisperArn',
  'HandOverFlowArn',
] as const;

export type Placeholder = (typeof placeholders)[number];

const form = /\$\{([^}]*)\}/g;

/** What an installer of any project replaces by a resource: `${NAME}`, `%%NAME%%`, `<<NAME>>`. */
const standIn = /\$\{[^}]*\}|%%[^%]*%%|<<[^<>]*>>/g;

/** Names of all `${Name}` in a text, each once, in order of appearance. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(form)].map((match) => match[1] ?? ''))];
}

/** Whether a value is not yet known because something in it is filled in later. */
export function holdsPlaceholder(text: string): boolean {
  return standInsIn(text).length > 0;
}

/** All that stands for a later value in a text, in whatever form, each once. */
export function standInsIn(text: string): string[] {
  return [...new Set(text.match(standIn) ?? [])];
}

/**
 * Puts the values into a flow's text. Values go into JSON strings, so they must need no escaping there; ARNs and
 * CloudFormation tokens do not.
 *
 * @throws Error that names the placeholder for which there is no value.
 */
export function fillPlaceholders(text: string, values: Partial<Record<Placeholder, string>>): string {
  const known = new Map<string, string>(Object.entries(values));
  return text.replace(form, (whole, name: string) => {
    const value = known.get(name);
    if (value === undefined) throw new Error(`Nothing fills ${whole}; names in use are ${placeholders.join(', ')}`);
    return value;
  });
}
