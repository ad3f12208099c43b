import type { AwsRequest, AwsResponse, Clock } from '../../ports.ts';
import type { Bus } from '../events/bus.ts';
import type { Place, Problems } from '../types.ts';
import { awsError, json } from './answers.ts';
import { type Caller, refusedBy } from './caller.ts';

interface Entry {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  /** Epoch seconds. */
  Time?: number;
}

/**
 * EventBridge's PutEvents for functions, on the account's default bus; other operations are not emulated. An entry that
 * is wrong is refused by itself, with the others accepted, as on AWS: the call succeeds and FailedEntryCount says so.
 */
export function createEventsService(bus: Bus, clock: Clock, place: Place, problems: Problems) {
  const busArn = `arn:${place.partition}:events:${place.region}:${place.account}:event-bus/default`;
  return async (request: AwsRequest, caller: Caller): Promise<AwsResponse> => {
    const operation = (request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    if (operation !== 'PutEvents') {
      problems.add(`not emulated: events ${operation}`);
      return awsError(400, 'NotEmulatedException', `not emulated: events ${operation}`);
    }
    const { Entries: entries } = JSON.parse(request.body) as { Entries?: Entry[] };
    if (!Array.isArray(entries) || entries.length < 1 || entries.length > 10) {
      return awsError(400, 'ValidationException', 'Entries has 1 to 10 members');
    }
    const asks = entries.map(({ Source = '', DetailType = '' }) => ({
      action: 'events:PutEvents',
      resource: busArn,
      context: { 'events:source': Source, 'events:detail-type': DetailType },
    }));
    const refusal = refusedBy(caller, asks, problems);
    if (refusal) return awsError(400, 'AccessDeniedException', refusal);

    const results = entries.map((entry) => {
      const fault = faultOf(entry, busArn);
      if (fault) {
        problems.add(`${caller.functionName}: an event was refused: ${fault.ErrorCode}: ${fault.ErrorMessage}`);
        return fault;
      }
      return { EventId: bus.put(eventOf(entry, clock.now())) };
    });
    return json(200, { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results });
  };
}

function faultOf({ Source, DetailType, Detail, EventBusName = 'default' }: Entry, busArn: string) {
  const fault = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });
  if (!Source || !DetailType || Detail === undefined)
    return fault('InvalidArgument', 'Source, DetailType or Detail lacks');
  if (Source.startsWith('aws.')) return fault('NotAuthorizedForSourceException', 'Not authorized for the source.');
  if (!isObject(Detail)) return fault('MalformedDetail', 'Detail is malformed.');
  if (EventBusName !== 'default' && EventBusName !== busArn) {
    return fault('ResourceNotFoundException', `Event bus ${EventBusName} does not exist.`);
  }
  return undefined;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const eventOf = ({ Source = '', DetailType = '', Detail = '{}', Resources = [], Time }: Entry, now: number) => ({
  source: Source,
  'detail-type': DetailType,
  time: `${new Date(Time === undefined ? now : Time * 1000).toISOString().slice(0, 19)}Z`,
  resources: Resources,
  detail: JSON.parse(Detail) as unknown,
});
