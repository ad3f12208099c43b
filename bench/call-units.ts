import { driveCall } from '../local/scripted-call/drive.ts';
import { benchDesk } from './bench-desk.ts';

/**
 * Capacity units of one answered call, all functions together and secondary indexes counted, without the page.
 * Budget 20 write and 10 read units, stretch 16 and 6.
 */
export async function callUnits(): Promise<string> {
  const desk = await benchDesk();
  try {
    const { invocations } = await driveCall(desk, { from: '+12125550123', keys: [], agent: 'ned', json: true }, 'sue');
    const sum = (unit: 'read' | 'write' | 'requests') => invocations.reduce((total, one) => total + one[unit], 0);
    return `an answered call: ${sum('write')} write units (budget 20), ${sum('read')} read units (budget 10), in ${sum('requests')} requests of ${invocations.length} runs`;
  } finally {
    await desk.stop();
  }
}
