/**
 * Names that people and language models invent, that the documentation misspells, or that the old format used, each
 * with the name that the service takes.
 */
const invented = new Map([
  ['PlayPrompt', 'MessageParticipant'],
  ['SetVoice', 'UpdateContactTextToSpeechVoice'],
  ['SetCallbackNumber', 'UpdateContactCallbackNumber'],
  ['SetWorkingQueue', 'UpdateContactTargetQueue'],
  ['SetQueue', 'UpdateContactTargetQueue'],
  ['CheckStaffing', 'CheckMetricData'],
  ['CheckAttribute', 'Compare'],
  ['TransferToQueue', 'TransferContactToQueue'],
  ['TransferToAgent', 'TransferContactToAgent'],
  ['TransferContactToFlow', 'TransferToFlow'],
  ['GetUserInput', 'GetParticipantInput'],
  ['StoreUserInput', 'GetParticipantInput'],
  ['StartMediaStreaming', 'UpdateContactMediaStreamingBehavior'],
  ['UpdateRoutingCriteria', 'UpdateContactRoutingCriteria'],
  ['UnTagContact', 'UntagContact'],
  ['Disconnect', 'DisconnectParticipant'],
  ['SetAttributes', 'UpdateContactAttributes'],
  ['NoMatchError', 'NoMatchingError'],
  ['Timeout', 'InputTimeLimitExceeded'],
  ['InvalidNumber', 'InvalidCallbackNumber'],
  ['NotDialable', 'CallbackNumberNotDialable'],
  ['AgentError', 'NoMatchingError'],
  ['NumericLessThan', 'NumberLessThan'],
  ['NumberGreaterThanOrEqualTo', 'NumberGreaterOrEqualTo'],
  ['NumberLessThanOrEqualTo', 'NumberLessOrEqualTo'],
  ['Contains', 'TextContains'],
  ['LexInitilizationData', 'LexInitializationData'],
]);

/** Names that stand for the place where a flow begins; there is no such action. */
const beginnings = new Set(['Start', 'Trigger', 'EntryPoint']);

/** A sentence that names what was probably meant, or an empty text. */
export function didYouMean(name: string, allowed: readonly string[]): string {
  if (beginnings.has(name)) return 'A flow begins at its StartAction, take the action out.';
  const known = invented.get(name);
  if (known !== undefined && allowed.includes(known)) return `Did you mean ${known}?`;
  const nearest = allowed
    .filter((candidate) => Math.abs(candidate.length - name.length) <= candidate.length / 4)
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance <= nearest.candidate.length / 4 ? `Did you mean ${nearest.candidate}?` : '';
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
