/**
 * Streams calls nobody back when an action meets 401 or 403, or when its frame has gone [observed]. This gives every
 * wish one of three ends: done, refused, or no answer.
 */
export interface Callbacks {
  success: () => void;
  failure: (error?: unknown) => void;
}

export interface Answer {
  answer: 'done' | 'refused' | 'no-answer';
  /** Connect's error name where it gave one, e.g. `InvalidStateException`. */
  type?: string;
}

/** Streams hands errors over as JSON text, sometimes as a bare word. */
function errorType(error: unknown): string | undefined {
  try {
    const parsed: unknown = JSON.parse(String(error));
    const type = typeof parsed === 'object' && parsed !== null && 'type' in parsed ? parsed.type : undefined;
    return typeof type === 'string' ? type : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the call and waits at most `limitMs` for either callback; what comes later changes nothing. */
export function answered(call: (callbacks: Callbacks) => void, limitMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve({ answer: 'no-answer' }), limitMs);
    const end = (answer: Answer) => {
      clearTimeout(limit);
      resolve(answer);
    };
    try {
      call({
        success: () => end({ answer: 'done' }),
        failure: (error) => end({ answer: 'refused', type: errorType(error) }),
      });
    } catch (error) {
      // The library throws when the contact has gone in the meantime.
      end({ answer: 'refused', type: error instanceof Error ? error.name : undefined });
    }
  });
}
