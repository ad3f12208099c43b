import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { expiryAttribute, interactionIndexes } from '../domain/tables.ts';
import type { HouseFunction } from './house-function.ts';
import { output } from './output.ts';
import type { Settings } from './settings.ts';
import { makeTable, textAttribute } from './table.ts';

/** The facts of every conversation, their summaries and the agents' notes. Each verb grants and sets the table's name. */
export class Interactions extends Construct {
  private readonly table: Table;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.table = makeTable(this, 'Table', settings, expiryAttribute);
    for (const index of Object.values(interactionIndexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: textAttribute(index.partition),
        sortKey: textAttribute(index.sort),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    output(this, 'InteractionsTable', this.table.tableName);
  }

  /** To add facts, blind to all that is there. */
  grantAdd(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:PutItem']);
  }

  /** To add facts and rewrite the summary from all of them. */
  grantTrack(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:PutItem', 'dynamodb:Query']);
  }

  /** To list and read interactions and to add notes. */
  grantDesk(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PutItem']);
    const indexes = Object.values(interactionIndexes).map((index) => `${this.table.tableArn}/index/${index.name}`);
    fn.allow(['dynamodb:Query'], indexes);
  }

  private grant(fn: HouseFunction, actions: string[]): void {
    fn.set('interactionsTable', this.table.tableName);
    fn.allow(actions, [this.table.tableArn]);
  }
}
