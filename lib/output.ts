import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What a deployed stack tells commands and people, under the same name whichever construct says it. */
export type OutputName =
  | 'SiteUrl'
  | 'ApiUrl'
  | 'DirectoryTable'
  | 'InteractionsTable'
  | 'UserPoolId'
  | 'InstanceArn'
  | 'InstanceUrl'
  | 'PhoneNumber'
  | 'AlarmTopicArn';

export function output(scope: IConstruct, name: OutputName, value: string): void {
  new CfnOutput(Stack.of(scope), name, { value });
}
