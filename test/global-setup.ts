import type { TestProject } from 'vitest/node';
import { freshAssembly } from '../lib/fresh-assembly.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the cloud assembly that all tests share; `inject('assembly')`. */
    assembly: string;
  }
}

/** Synthesises once for all tests; tests of broken templates edit its JSON on the way in. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('assembly', await freshAssembly());
}
