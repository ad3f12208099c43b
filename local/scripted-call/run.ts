import type { CallEvent } from '../connect/types.ts';
import { startDesk } from '../desk.ts';
import { loadSample } from '../sample/index.ts';
import { driveCall } from './drive.ts';
import type { CallPlan } from './plan.ts';
import { type CallReport, reportOf } from './report.ts';

/**
 * Makes the call of `plan` on a desk of its own, in memory, which is gone afterwards.
 *
 * @param assembly Folder of the cloud assembly.
 * @param folderOf Turns a deployed function's name into the one of its folder.
 * @param heard Is told of each event as it comes.
 * @throws Error of one line when the desk cannot start or the call could not run as a caller would expect.
 */
export async function scriptedCall(
  plan: CallPlan,
  assembly: string,
  folderOf: (deployed: string) => string,
  heard?: (event: CallEvent) => void,
): Promise<CallReport> {
  const desk = await startDesk({
    ...{ assembly, deskPort: 0, instancePort: 0, clock: 'free', start: plan.at, sample: loadSample },
    // No time passes while a function starts, so none needs to be there before it is asked.
    warm: false,
  });
  try {
    return reportOf(await driveCall(desk, plan, 'sue', heard), desk.deskUrl, folderOf);
  } finally {
    await desk.stop();
  }
}
