import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** Opens a file to be written anew. Throws one line when that cannot be done, before anything else has happened. */
export async function openToWrite(path: string): Promise<WriteStream> {
  const out = createWriteStream(path);
  try {
    await once(out, 'open');
  } catch (error) {
    throw new Error(`${path} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
  return out;
}
