import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, GetItemCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { putItems, tableNamed } from '../../../local/cloud/dynamodb/items.ts';
import { launchDatabase } from '../../../local/cloud/dynamodb/launch.ts';
import { databaseClient, ensureTable, type TableDescription } from '../../../local/cloud/dynamodb/tables.ts';

const table: TableDescription = {
  name: 'people',
  keys: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  attributes: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'by', AttributeType: 'S' },
  ],
  indexes: [
    {
      IndexName: 'byWhom',
      KeySchema: [{ AttributeName: 'by', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

describe('the database', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('keeps tables and items in its file, and refuses a template with other keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-database-'));
    const file = join(folder, 'data', 'dynamodb.sqlite');
    const first = await launchDatabase(file);
    await ensureTable(databaseClient(first.endpoint), table);
    const many = Array.from({ length: 60 }, (_, index) => ({ pk: `p${index}`, by: 'x', left: undefined }));
    await putItems(databaseClient(first.endpoint), 'people', many);
    await first.stop();

    const second = await launchDatabase(file);
    const client = databaseClient(second.endpoint);
    await ensureTable(client, table);
    const { Item } = await client.send(new GetItemCommand({ TableName: 'people', Key: { pk: { S: 'p59' } } }));
    expect(Item).toEqual({ pk: { S: 'p59' }, by: { S: 'x' } });
    const other = { ...table, indexes: [] };
    await expect(ensureTable(client, other)).rejects.toThrow('the stored table people has other keys or indexes');
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  it('is the one that DYNAMODB_ENDPOINT names, or says that nothing answers there', async () => {
    const own = await launchDatabase();
    vi.stubEnv('DYNAMODB_ENDPOINT', own.endpoint);
    const given = await launchDatabase();
    await given.stop();
    await expect(databaseClient(own.endpoint).send(new ListTablesCommand({}))).resolves.toMatchObject({
      TableNames: [],
    });
    await own.stop();
    await expect(launchDatabase()).rejects.toThrow(`DYNAMODB_ENDPOINT: nothing answers at ${own.endpoint}`);
  });

  it('ends with the process that started it, even when that is killed', async () => {
    const script = `
      import { launchDatabase } from './local/cloud/dynamodb/launch.ts';
      const { endpoint } = await launchDatabase();
      console.log(endpoint);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const endpoint = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(`${data}`.trim())),
    );
    const ask = () => databaseClient(endpoint).send(new DescribeTableCommand({ TableName: 'people' }));
    await expect(ask()).rejects.toThrow('not found');
    child.kill('SIGKILL');
    await expect.poll(() => ask().catch((error: Error) => error.message), { timeout: 5000 }).toContain('ECONNREFUSED');
  });

  it('finds a table by a part of its logical id that only one has', () => {
    const tables = new Map([
      ['DirectoryTable1', 'desk-DirectoryTable1'],
      ['InteractionsTable2', 'desk-InteractionsTable2'],
    ]);
    for (const name of ['Directory', 'DirectoryTable1', 'desk-DirectoryTable1']) {
      expect(tableNamed(tables, name)).toBe('desk-DirectoryTable1');
    }
    expect(() => tableNamed(tables, 'Table')).toThrow('2 tables of the template fit "Table"');
  });
});
