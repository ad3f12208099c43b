/** A field of a request that a view may show. */
export type RequestField =
  | 'number'
  | 'subject'
  | 'description'
  | 'status'
  | 'priority'
  | 'category'
  | 'requester'
  | 'assigned'
  | 'opened'
  | 'updated'
  | 'call'
  | 'notes';

/**
 * The fixed list of views, each the fields it shows in their order. `phone-call` is what one needs while talking; `ess` is
 * what the requester may see: no notes among agents, and nobody's name.
 */
export const requestViews = {
  default: [
    ...(['number', 'subject', 'status', 'priority', 'category', 'requester', 'assigned'] as const),
    ...(['opened', 'updated', 'call', 'description', 'notes'] as const),
  ],
  'phone-call': ['number', 'subject', 'status', 'priority', 'assigned', 'opened', 'description', 'notes'],
  ess: ['number', 'subject', 'status', 'category', 'requester', 'opened', 'updated', 'description'],
} as const satisfies Record<string, readonly RequestField[]>;

export type RequestView = keyof typeof requestViews;

/** The view of this name; `default` for any other text, as it may stand in a link. */
export const requestView = (name: string | undefined): RequestView =>
  name !== undefined && Object.hasOwn(requestViews, name) ? (name as RequestView) : 'default';

/** Whether a view shows a field. */
export const shows = (view: RequestView, field: RequestField): boolean =>
  (requestViews[view] as readonly RequestField[]).includes(field);
