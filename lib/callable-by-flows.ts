import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IDependable } from 'constructs';
import type { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';

/** A function that flows may name: its ARN, and what must stand before one does. */
export interface Callable {
  readonly functionArn: string;
  readonly callable: IDependable[];
}

/** Lets the flows of this instance, and nobody else's, ask the function; once for each construct. */
export function callableByFlows(scope: Construct, fn: HouseFunction, instance: Instance): Callable {
  const { functionArn } = fn.lambda;
  fn.lambda.addPermission('Connect', {
    principal: new ServicePrincipal('connect.amazonaws.com'),
    ...instance.source,
  });
  const association = new CfnIntegrationAssociation(scope, 'Association', {
    instanceId: instance.arn,
    integrationType: 'LAMBDA_FUNCTION',
    integrationArn: functionArn,
  });
  return { functionArn, callable: [association, fn.lambda.node.findChild('Connect') as CfnPermission] };
}
