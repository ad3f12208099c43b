import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableKeys } from '../domain/tables.ts';
import type { Settings } from './settings.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

export { text as textAttribute };

/**
 * A table with the defaults of the house: on demand, recoverable to any second of the last 35 days, encrypted.
 *
 * @param timeToLiveAttribute Holds when an item may be deleted, where some may.
 */
export function makeTable(scope: Construct, id: string, settings: Settings, timeToLiveAttribute?: string): Table {
  return new Table(scope, id, {
    partitionKey: text(tableKeys.partition),
    sortKey: text(tableKeys.sort),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute,
    encryption: TableEncryption.AWS_MANAGED,
    deletionProtection: !settings.removable,
    removalPolicy: settings.removable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
}
