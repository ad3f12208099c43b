import type { HttpAnswer } from '../http-api/payload.ts';
import type { Bucket } from './bucket.ts';
import type { Origin } from './distribution.ts';

const accessDenied =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

/** A private bucket behind a distribution. A key that it lacks is a 403, as S3 answers who may not list. */
export function bucketOrigin(bucket: Bucket): Origin {
  return async ({ method, path }): Promise<HttpAnswer> => {
    const object = method === 'GET' || method === 'HEAD' ? await bucket.get(keyOf(path)) : undefined;
    if (!object) {
      return { status: 403, headers: { 'content-type': 'application/xml' }, body: Buffer.from(accessDenied) };
    }
    return { status: 200, headers: object.headers, body: object.body };
  };
}

function keyOf(path: string): string {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path.slice(1);
  }
}
