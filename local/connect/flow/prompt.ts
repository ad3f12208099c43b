/** What is spoken, as plain text, and how long it lasts. */
export interface Prompt {
  text: string;
  ms: number;
}

/** About 170 words a minute, as the default voice speaks [assumed]. */
const msPerCharacter = 60;
/** Length of a recording, which the emulator does not have [assumed]. */
const recordingMs = 30_000;
/** Even an empty prompt takes a moment, so that a loop over it lets time pass. */
const shortest = 200;

const breakMs: Record<string, number> = {
  none: 0,
  'x-weak': 100,
  weak: 250,
  medium: 500,
  strong: 750,
  'x-strong': 1000,
};

/**
 * The one prompt among `Text`, `SSML`, `PromptId` and `Media` of a block's parameters or of one of its messages;
 * undefined when there is none. `text` puts references in, `promptName` names a recording.
 */
export function promptOf(
  parameters: Record<string, unknown>,
  text: (template: unknown) => string,
  promptName: (arn: string) => string | undefined,
): Prompt | undefined {
  if (parameters.Text !== undefined) return spoken(text(parameters.Text));
  if (parameters.SSML !== undefined) return fromSsml(text(parameters.SSML));
  if (parameters.PromptId !== undefined) {
    const id = text(parameters.PromptId);
    return recording(promptName(id) ?? id);
  }
  const media = parameters.Media;
  if (typeof media === 'object' && media !== null && 'Uri' in media) return recording(text(media.Uri));
  return undefined;
}

export const spoken = (text: string): Prompt => ({ text, ms: Math.max(shortest, text.length * msPerCharacter) });

const recording = (name: string): Prompt => ({ text: `♪ ${name.slice(name.lastIndexOf('/') + 1)}`, ms: recordingMs });

function fromSsml(ssml: string): Prompt {
  let pauses = 0;
  for (const [tag] of ssml.matchAll(/<break\b[^>]*>/g)) {
    const time = /time\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/.exec(tag);
    const strength = /strength\s*=\s*["']([\w-]+)["']/.exec(tag)?.[1] ?? 'medium';
    pauses += time ? Number(time[1]) * (time[2] === 's' ? 1000 : 1) : (breakMs[strength] ?? 0);
  }
  const text = ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { text, ms: spoken(text).ms + pauses };
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
