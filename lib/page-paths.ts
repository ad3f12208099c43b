/**
 * Code of the CloudFront Function on the pages' paths. A path that is no file of the build is a page, whatever it looks
 * like: `cti.do` is one. (Rewriting error responses instead would also hide the API's own 403 and 404.)
 */
export function pagePathsCode(files: string[]): string {
  const paths = Object.fromEntries(files.map((file) => [`/${file}`, 1]));
  return `var files = ${JSON.stringify(paths)};
function handler(event) {
  var request = event.request;
  if (!files[request.uri] && request.uri.indexOf('/assets/') !== 0) request.uri = '/index.html';
  return request;
}
`;
}
