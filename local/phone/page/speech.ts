/** Reads prompts aloud. */
export interface Speech {
  /** False where the browser has no voice. */
  possible(): boolean;
  say(text: string): void;
  silence(): void;
}

export function browserSpeech(): Speech {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  return {
    possible: () => (synthesis?.getVoices().length ?? 0) > 0,
    say(text) {
      synthesis?.cancel();
      synthesis?.speak(new SpeechSynthesisUtterance(text));
    },
    silence: () => synthesis?.cancel(),
  };
}
