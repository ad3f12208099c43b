import { gzipSync } from 'node:zlib';
import { builtPages } from '../lib/build/page.ts';

/** What only Streams holds; its chunk is loaded after the page stands. */
const isStreams = (code: string) => code.includes('AmazonConnectCTIService');

/** The desk page's JavaScript, gzipped, all but the Streams chunk. Budget 60 KB. */
export async function pageSize(): Promise<string> {
  const sizes = { own: 0, streams: 0 };
  for (const [path, content] of builtPages.desk.assets) {
    if (path.endsWith('.js')) {
      const part = isStreams(new TextDecoder().decode(content)) ? 'streams' : 'own';
      sizes[part] += gzipSync(content, { level: 9 }).length;
    }
  }
  if (sizes.streams === 0) throw new Error('no chunk of the page holds Streams');
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  return `the desk page's JavaScript: ${kilobytes(sizes.own)} KB gzipped (budget 60), Streams besides ${kilobytes(sizes.streams)} KB`;
}
