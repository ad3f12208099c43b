import { createHash } from 'node:crypto';

/** An id of letters and digits that AWS would make up; the same for the same logical id. */
export const hashOf = (id: string, length: number) =>
  BigInt(`0x${createHash('sha256').update(id).digest('hex')}`)
    .toString(36)
    .slice(0, length);
