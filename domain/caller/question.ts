import type { IdentifierKind } from '../directory/keys.ts';
import type { Person, ServiceRequest } from '../directory/types.ts';
import type { FiledNumber } from '../phone/filing.ts';

/** What the ladder asks of the directory; each is answered by one query or get. */
export type Question =
  | { kind: 'request'; number: string }
  /** A person by id, as a request names its requester. */
  | { kind: 'person'; id: string }
  | { kind: 'identifier'; of: IdentifierKind; value: string }
  /** Everybody filed in one partition of numbers; `upTo` reads backwards from this sort key, `from` only what begins so. */
  | { kind: 'numbers'; partition: string; upTo?: string; from?: string }
  /** However many have a number that is filed under keys that begin so: those of them whom nobody may call. */
  | { kind: 'marked'; partition: string; from: string };

export interface Answer {
  people: { person: Person; number?: FiledNumber }[];
  request?: ServiceRequest;
  /** The directory has more than it answered. */
  more?: boolean;
}
