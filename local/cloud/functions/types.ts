import type { Role } from '../iam/roles.ts';

/** A function of the template. */
export interface FunctionDefinition {
  name: string;
  /** The template gives the name; helpers of the deployment have one made up. */
  named: boolean;
  arn: string;
  /** Folder of its asset. */
  folder: string;
  /** `<file without extension>.<export>` */
  handler: string;
  runtime: string;
  environment: Record<string, string>;
  timeoutMs: number;
  memoryMb: number;
  role: Role;
}

/** What came of handing one event to a process. */
export type Outcome =
  | { kind: 'ok'; payload: unknown }
  /** The handler threw, the module could not be loaded, or the process ended. */
  | { kind: 'error'; message: string }
  | { kind: 'timeout' };
