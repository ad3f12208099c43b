/** A person as the directory keeps them. Ids are opaque and never shown. */
export interface Person {
  id: string;
  name: string;
  firstName?: string;
  lastName?: string;
  /** Also `DOMAIN\\user`. */
  userName?: string;
  emails?: string[];
  /** As typed; the canonical form is made when the identifier items are written. */
  phones?: Phone[];
  /** Several people may share one. */
  supportId?: string;
  employeeId?: string;
  organisation?: string;
  site?: string;
  building?: string;
  floor?: string;
  cubicle?: string;
  carNumber?: string;
  text1?: string;
  text2?: string;
  integer1?: number;
  integer2?: number;
  /** BCP 47, e.g. `en-GB`. */
  language?: string;
  vip?: boolean;
  active: boolean;
  doNotCall?: boolean;
  /** ISO 3166 country in which this person's numbers without country code are read. */
  region?: string;
  /** The person that this duplicate was merged into; it is inactive then. */
  mergedInto?: string;
  /** Grows by one with each change; an edit names the version that it was made from. */
  version: number;
}

export const phoneLabels = ['work', 'mobile', 'home', 'sms'] as const;
export interface Phone {
  label: (typeof phoneLabels)[number];
  number: string;
}

export const requestStatuses = ['open', 'in progress', 'on hold', 'resolved', 'closed'] as const;
export type RequestStatus = (typeof requestStatuses)[number];
export const requestPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type RequestPriority = (typeof requestPriorities)[number];

/** A ticket of one person; `number` is what people say aloud, e.g. `RQ-10023`. Times are ISO 8601 UTC. */
export interface ServiceRequest {
  number: string;
  personId: string;
  subject: string;
  description?: string;
  status: RequestStatus;
  priority: RequestPriority;
  category?: string;
  /** User name of the agent who has it. */
  assignedTo?: string;
  openedAt: string;
  updatedAt: string;
  /** The interaction in which it was opened. */
  interactionId?: string;
}

/** An agent as copied from Connect; events carry only the ARN. `username` is also the sign-in's user name. */
export interface AgentRecord {
  arn: string;
  username: string;
  name: string;
  role: 'agent' | 'supervisor' | 'admin';
  routingProfileArn?: string;
  /** By which calls are handed to this agent; absent until one could be made. */
  quickConnectArn?: string;
}

/** A queue as copied from Connect. */
export interface QueueRecord {
  arn: string;
  name: string;
}
