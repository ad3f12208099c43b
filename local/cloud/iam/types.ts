/** A policy document as templates hold it, references resolved. */
export interface PolicyDocument {
  Statement: Statement | Statement[];
}

export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  /** Only policies of resources have it. */
  Principal?: unknown;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  /** Operator → key → value or values. */
  Condition?: Record<string, Record<string, unknown>>;
}

/** One thing that a caller wants to do. */
export interface Ask {
  /** e.g. `dynamodb:GetItem` */
  action: string;
  resource: string;
  /** Condition keys that are known of this request, e.g. `aws:SourceArn`. */
  context?: Record<string, string | string[]>;
}
