import { documentsOver, ownAccount } from '../lambdas/shared/adapters/documents.ts';
import { readContext } from '../lib/context.ts';
import { freshAssembly } from '../lib/fresh-assembly.ts';
import { readSettings } from '../lib/settings.ts';
import { databaseClient } from '../local/cloud/dynamodb/tables.ts';
import { startDesk } from '../local/desk.ts';
import { loadSample } from '../local/sample/index.ts';
import { announce, dataFolder, runningDesk } from './running-desk.ts';

/** The directory that a command works on. */
export interface OpenDirectory {
  client: ReturnType<typeof documentsOver>;
  tableName: string;
  lineRegion: string;
  organisations?: string[];
  close(): Promise<void>;
}

/**
 * Opens the directory: of the deployed table that is named, with the caller's own AWS credentials and region; else of the
 * desk that runs on this machine; else of one that is started for as long as the command takes, on the same data.
 *
 * @param table Physical name of a deployed table: the stack's output `DirectoryTable`.
 * @param folder Data folder of the laptop's desk.
 */
export async function openDirectory(table: string | undefined, folder: string = dataFolder): Promise<OpenDirectory> {
  const { lineRegion, organisations } = readSettings(readContext().deskline);
  const over = (
    client: ReturnType<typeof ownAccount>,
    tableName: string,
    close: () => Promise<void>,
  ): OpenDirectory => ({
    client: documentsOver(client),
    ...{ tableName, lineRegion, organisations },
    async close() {
      client.destroy();
      await close();
    },
  });
  const nothing = async () => undefined;
  if (table !== undefined) return over(ownAccount(), table, nothing);
  const running = await runningDesk(folder);
  if (running) return over(databaseClient(running.endpoint), running.directoryTable, nothing);
  const desk = await startDesk({
    assembly: await freshAssembly(),
    ...{ deskPort: 0, instancePort: 0, clock: 'real', warm: false },
    dataFolder: folder,
    sample: loadSample,
  });
  const takeBack = announce(desk, folder);
  return over(databaseClient(desk.database.endpoint), desk.database.table('Directory'), () => {
    takeBack();
    return desk.stop();
  });
}
