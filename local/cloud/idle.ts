/** A part of the account that works by itself: the bus, asynchronous runs, streams. What waits for its time is no work. */
export interface Working {
  busy(): boolean;
  /** Resolves when this part has nothing under way. */
  idle(): Promise<void>;
}

/** Resolves when the instance has settled and no part has anything under way: each may set another to work. */
export async function allIdle(instance: { settled(): Promise<void> }, parts: Working[]): Promise<void> {
  do {
    await instance.settled();
    for (const part of parts) await part.idle();
    await instance.settled();
  } while (parts.some((part) => part.busy()));
}
