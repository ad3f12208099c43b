import { readFile } from 'node:fs/promises';

/** One object: text that was made here, or a file that synth wrote. */
export interface StoredObject {
  content: Buffer | { file: string };
  headers: Record<string, string>;
}

/** An S3 bucket of the template: keys and what they hold. */
export interface Bucket {
  name: string;
  put(key: string, object: StoredObject): void;
  keys(): string[];
  delete(key: string): void;
  get(key: string): Promise<{ body: Buffer; headers: Record<string, string> } | undefined>;
}

export function createBucket(name: string): Bucket {
  const objects = new Map<string, StoredObject>();
  return {
    name,
    put: (key, object) => void objects.set(key, object),
    keys: () => [...objects.keys()],
    delete: (key) => void objects.delete(key),
    async get(key) {
      const object = objects.get(key);
      if (!object) return undefined;
      const { content, headers } = object;
      return { body: Buffer.isBuffer(content) ? content : await readFile(content.file), headers };
    },
  };
}
