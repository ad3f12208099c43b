/** Small flows for tests: each shows only the parts that matter. */

type Json = Record<string, unknown>;

/** A flow of these actions that starts at the first one. */
export function aFlow(actions: Json[], over: Json = {}): Json {
  return { Version: '2019-10-30', StartAction: actions[0]?.Identifier, Actions: actions, ...over };
}

export function action(id: string, type: string, parameters: Json = {}, transitions: Json = {}): Json {
  return { Identifier: id, Type: type, Parameters: parameters, Transitions: transitions };
}

/** Transitions: where to go on success, and for each error. */
export function to(next: string, errors: Record<string, string> = {}, conditions: Json[] = []): Json {
  const entries = Object.entries(errors).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction }));
  return { NextAction: next, Errors: entries, Conditions: conditions };
}

export function when(operand: string, next: string, operator = 'Equals'): Json {
  return { NextAction: next, Condition: { Operator: operator, Operands: [operand] } };
}

export const end = action('end', 'DisconnectParticipant');

export function say(parameters: Json = { Text: 'Hello' }, transitions: Json = to('end')): Json {
  return action('say', 'MessageParticipant', parameters, transitions);
}

/** What any action with the usual error branch needs. */
export const orEnd = to('end', { NoMatchingError: 'end' });

const menuErrors = { NoMatchingCondition: 'end', InputTimeLimitExceeded: 'end', NoMatchingError: 'end' };

/** A menu with one key that leads to the end. */
export function menu(parameters: Json = {}, key = '1', errors: Record<string, string> = menuErrors): Json {
  const given = { Text: 'Press 1', InputTimeLimitSeconds: '5', ...parameters };
  return action('menu', 'GetParticipantInput', given, to('end', errors, [when(key, 'end')]));
}

export function lambda(limit: string): Json {
  return action(
    'ask',
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'arn:f', InvocationTimeLimitSeconds: limit },
    orEnd,
  );
}

export const queueFull = { QueueAtCapacity: 'end', NoMatchingError: 'end' };

export const enterQueue = action('enter', 'TransferContactToQueue', {}, to('end', queueFull));

export const attributes = (map: object, next = orEnd) =>
  action('keep', 'UpdateContactAttributes', { Attributes: map }, next);

export const store = (parameters: object, errors: Record<string, string> = { NoMatchingError: 'end' }) =>
  action('store', 'GetParticipantInput', { StoreInput: 'True', ...parameters }, to('end', errors));

export const digits = { InputTimeLimitSeconds: '5', InputValidation: { CustomValidation: { MaximumLength: '4' } } };

export const hours = (conditions: object[], parameters = { HoursOfOperationId: 'h' }) =>
  action('hours', 'CheckHoursOfOperation', parameters, to('end', { NoMatchingError: 'end' }, conditions as never));

export const openOrNot = [when('True', 'end'), when('False', 'end')];
