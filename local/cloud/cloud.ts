import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Connect } from '../connect/types.ts';
import type { Clock } from '../ports.ts';
import type { CustomResponses } from './custom-responses.ts';
import type { Bus } from './events/bus.ts';
import type { Queues } from './events/queues.ts';
import type { AsyncInvocations } from './functions/asynchronous.ts';
import type { LocalFunctions } from './functions/functions.ts';
import type { HttpApi } from './http-api/api.ts';
import type { Roles } from './iam/roles.ts';
import type { PolicyDocument } from './iam/types.ts';
import type { SignInSettings } from './issuer/settings.ts';
import type { Bucket } from './site/bucket.ts';
import type { Distribution } from './site/distribution.ts';
import type { EdgeFunction } from './site/edge-function.ts';
import type { Streams } from './streams/streams.ts';
import type { Assembly } from './template/assembly.ts';
import type { Origins } from './template/origins.ts';
import type { Made } from './template/scope.ts';
import type { Place, Problems, Properties } from './types.ts';

/** Everything that resources are made of and put into. */
export interface Cloud {
  place: Place;
  assembly: Assembly;
  problems: Problems;
  clock: Clock;
  origins: Origins;
  roles: Roles;
  functions: LocalFunctions;
  asynchronous: AsyncInvocations;
  bus: Bus;
  queues: Queues;
  streams: Streams;
  /** By ARN of the key. */
  keyPolicies: Map<string, PolicyDocument>;
  database: DynamoDBClient;
  /** Physical names by logical id. */
  tables: Map<string, string>;
  /** By API id. */
  httpApis: Map<string, HttpApi>;
  /** By name. */
  buckets: Map<string, Bucket>;
  /** By what `Ref` or the ARN attribute gives. */
  edgeFunctions: Map<string, EdgeFunction>;
  headersPolicies: Map<string, (headers: Record<string, string>) => Record<string, string>>;
  distributions: Distribution[];
  signIn: SignInSettings;
  connect: Pick<Connect, 'provision'>;
  custom: CustomResponses;
}

/** Makes one resource of a type. `properties` are resolved; throws when a property that matters is not emulated. */
export type Factory = (id: string, properties: Properties, cloud: Cloud) => Made | Promise<Made>;

/** The name that CloudFormation would make up; here the same after each start, so that stored tables are found again. */
export const physicalName = (cloud: Cloud, id: string, given: unknown): string =>
  typeof given === 'string' ? given : `${cloud.place.stackName}-${id}`;

/** An ARN of this account. */
export const arnOf = ({ place }: Cloud, service: string, rest: string) =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${rest}`;
