import type { AwsResponse } from '../../ports.ts';

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** An error as the JSON protocols carry it: the SDK turns the type into an exception of that name. */
export const awsError = (status: number, type: string, message: string): AwsResponse =>
  json(status, { __type: type, message, Message: message }, { 'x-amzn-errortype': type });

/** The same for the services that speak XML. */
export const xmlError = (status: number, type: string, message: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body:
    `<?xml version="1.0"?><ErrorResponse><Error><Type>Sender</Type><Code>${type}</Code>` +
    `<Message>${message.replace(/[<>&]/g, '')}</Message></Error></ErrorResponse>`,
});
