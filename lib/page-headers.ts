/**
 * The Content-Security-Policy of the pages. Nothing runs that the build did not make: no inline script or style and no
 * eval. The page talks to its own origin, to the sign-in and to the instance, and frames only the instance.
 */
export function contentSecurityPolicy(hosts: { signIn: string[]; instance: string }): string {
  return Object.entries({
    'default-src': ["'self'"],
    'connect-src': ["'self'", ...hosts.signIn, hosts.instance],
    'frame-src': [hosts.instance],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
