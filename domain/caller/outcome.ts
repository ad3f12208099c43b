/**
 * What is known of a caller after the look-up. The flow branches on these words and the desk page explains them, so
 * they are a closed set.
 */
export const callerOutcomes = [
  'one-person',
  'several-people',
  /** People who may be meant; the data cannot settle it, so nobody is named before the agent has chosen. */
  'candidates',
  /** A number or identifier that could be looked up, and nobody has it. */
  'unknown',
  'withheld',
  'short-code',
  'sip',
  'unusable',
  /** The look-up itself failed or was too slow; set by the flow, never by the function. */
  'not-identified',
] as const;

export type CallerOutcome = (typeof callerOutcomes)[number];

/**
 * What identify-caller answers to the flow (`$.External.*`): a flat map of strings, each one present and none empty,
 * because a flow can neither test for 'empty' nor store an empty attribute (flow language sheet, sections 2 and 3).
 */
export interface FlowAnswer {
  outcome: CallerOutcome;
  /** `none` unless exactly one person was found. */
  personId: string;
  /** The person's name, or words that can stand in its place on the screen, e.g. `Unknown caller`. */
  personName: string;
  /** What the agent whisper says: the name, or e.g. `a withheld number`. */
  spokenName: string;
  /** The request that the caller named, which opens for whoever answers; else `none`. */
  requestNumber: string;
  /** Whether what the caller keyed in led to somebody or to a request; `no` when nothing was keyed in. */
  keyedFound: 'yes' | 'no';
  /** Key of the conversation: the initial contact id. */
  interactionId: string;
}

/** Contact attributes that the inbound flow sets for the agent's screen; the desk page reads the same names. */
export const contactAttributes = [
  'outcome',
  'personId',
  'personName',
  'spokenName',
  'dialledNumber',
  'requestNumber',
  /** The digits by which the caller was found; `none` when the number told. */
  'keyed',
  'interactionId',
] as const;

export type ContactAttribute = (typeof contactAttributes)[number];
