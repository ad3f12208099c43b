import { extname } from 'node:path';

/** What `aws s3 sync` guesses from a file's name. */
const types: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.wav': 'audio/x-wav',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export const contentType = (name: string) => types[extname(name).toLowerCase()] ?? 'binary/octet-stream';
