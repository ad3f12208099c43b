import type { PolicyDocument } from './types.ts';

/** AWS's own policies that a template may name; nothing on the laptop is reached through logs. */
const managed: Record<string, PolicyDocument> = {
  'service-role/AWSLambdaBasicExecutionRole': {
    Statement: [
      { Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' },
    ],
  },
};

/** Throws for one whose content is not known here: guessing would allow too much or too little. */
export function managedPolicy(arn: string): PolicyDocument {
  const document = managed[arn.split(':policy/')[1] ?? ''];
  if (!document) throw new Error(`not emulated: the managed policy ${arn}`);
  return document;
}
