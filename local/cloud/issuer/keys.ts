import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The issuer's signing key with its private part, for RS256. */
export type SigningKey = JWK & { kid: string };

let key: Promise<SigningKey> | undefined;

/** One key for this process, made when it is first asked for: making one takes longer than everything else at start. */
export function signingKey(): Promise<SigningKey> {
  key ??= make();
  return key;
}

async function make(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'local', alg: 'RS256', use: 'sig' };
}
