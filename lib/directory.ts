import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';
import { output } from './output.ts';
import type { Settings } from './settings.ts';
import { makeTable } from './table.ts';

/** People, their identifiers and requests, and the agents. Each verb grants and sets the table's name. */
export class Directory extends Construct {
  private readonly table: Table;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.table = makeTable(this, 'Table', settings);
    output(this, 'DirectoryTable', this.table.tableName);
  }

  /** To find callers: by number and identifier, or by the request that they name. */
  grantLookUp(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:Query', 'dynamodb:GetItem']);
  }

  /** To show, search and change people and requests. */
  grantDesk(fn: HouseFunction): void {
    const reads = ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'];
    // The parts of a transaction are what IAM checks; it knows no action for the transaction itself.
    const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];
    this.grant(fn, [...reads, ...writes]);
  }

  /** To keep the copy of Connect's agents and queues. */
  grantAgents(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem']);
  }

  /** To keep how agents are. */
  grantPresence(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:GetItem', 'dynamodb:PutItem']);
  }

  /** To find an agent by user name and keep what they work on. */
  grantWork(fn: HouseFunction): void {
    this.grant(fn, ['dynamodb:GetItem', 'dynamodb:PutItem']);
  }

  private grant(fn: HouseFunction, actions: string[]): void {
    fn.set('directoryTable', this.table.tableName);
    fn.allow(actions, [this.table.tableArn]);
  }
}
