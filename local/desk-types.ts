import type { BusEvent } from './cloud/events/bus.ts';
import type { Template } from './cloud/types.ts';
import type { TurnableClock } from './connect/clock.ts';
import type { Connect } from './connect/types.ts';
import type { InstanceControl } from './instance/types.ts';
import type { Functions } from './ports.ts';

export interface DeskOptions {
  /** Folder that synth wrote (`cdk.out`, `.deskline/assembly`). */
  assembly: string;
  /** Port of page and `/api`; 0 takes a free one. */
  deskPort: number;
  /** Port of the instance, the issuer and the caller's page; 0 takes a free one. */
  instancePort: number;
  /** Where the tables persist; in memory without it. */
  dataFolder?: string;
  /** `free` stands still unless turned, so that scripted calls take no time. */
  clock: 'real' | 'free';
  /** Epoch ms at which the instance's clock begins; now unless told. */
  start?: number;
  /** Fills the desk before schedules run for the first time: agents, sign-ins, people. */
  sample?: (desk: Desk) => Promise<void>;
  /** Changes the template before it is instantiated, e.g. to see what a missing permission does. */
  template?: (template: Template) => Template;
  /** Whom the caller's page offers to call as: name and number as the network delivers it. */
  callers?: () => { name: string; number: string }[];
  /** Starts functions that people wait for ahead of the first call and the first page; unless told otherwise. */
  warm?: boolean;
  /** Told of each new problem as it comes. */
  onProblem?: (problem: string) => void;
}

/** Somebody who may sign in at the local issuer. */
export interface SignIn {
  username: string;
  name: string;
  email?: string;
  /** Groups of the token, e.g. `agent`. */
  groups: string[];
}

/** The whole system on this machine. */
export interface Desk {
  /** e.g. `http://localhost:4000` */
  deskUrl: string;
  instanceUrl: string;
  connect: Connect;
  clock: TurnableClock;
  functions: Functions;
  /** The part of absent people, and trouble on request: everything that the instance page can do. */
  faults: InstanceControl;
  /** Outputs of the stack, by their name in the template. */
  outputs: Record<string, string>;
  /** What went wrong so far, one line each: refused calls, faults, events that nobody hears, missing permissions. */
  problems(): string[];
  /** Lets somebody sign in; the same user name again replaces. */
  addSignIn(signIn: SignIn): void;
  /** An access token as the issuer gives after a sign-in. Throws for somebody who may not sign in. */
  token(username: string): Promise<string>;
  /** Puts plain items into a table, named by its logical id, its physical name or a part of the logical id that only one table has (`Directory`). */
  putItems(table: string, items: Record<string, unknown>[]): Promise<void>;
  /** The database itself, for tools of this machine: no permission is asked there. Its table by a name as for `putItems`. */
  database: { endpoint: string; table(name: string): string };
  /** Whether a table, named as for `putItems`, holds nothing yet. */
  isEmpty(table: string): Promise<boolean>;
  /** Puts an event on the account's bus as another system would; answers its id. */
  putEvent(entry: {
    source: string;
    'detail-type': string;
    detail: Record<string, unknown>;
    resources?: string[];
  }): string;
  /** Told of every event on the bus: the instance's, the functions' and those of `putEvent`. The answer ends it. */
  onEvent(listener: (event: BusEvent) => void): () => void;
  /** Resolves when every event and record is delivered and the instance has settled; then the clock may be turned. */
  settled(): Promise<void>;
  /** Ends calls that go on, so that their record closes, then everything that was started; nothing is left running. */
  stop(): Promise<void>;
}
