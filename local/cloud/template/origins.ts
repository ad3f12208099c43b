/** The three places of a deployment that lie elsewhere on a laptop: `http://localhost:<port>`, no slash at the end. */
export interface LocalOrigins {
  site: string;
  instance: string;
  /** The local issuer; it lies below the instance's origin. */
  issuer: string;
}

/** How the deployment writes them. They become known while the template is instantiated. */
export interface Origins {
  /** Hosts of the site, e.g. `d1.cloudfront.net`. */
  addSite(host: string): void;
  /** An issuer's URL, e.g. `https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x`. */
  addIssuer(url: string): void;
  /** The text with the three origins as they are here. */
  translate(text: string): string;
  /** The same for every text inside a value. */
  translateAll<T>(value: T): T;
}

/** A Connect instance is always served from one of these, whatever its alias. */
const instanceUrl = /https:\/\/[a-z0-9-]+\.(?:my\.connect\.aws|awsapps\.com)/gi;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * An issuer is written in two ways: as a value, alone or with a path below it, it becomes the local issuer; its bare
 * origin inside a longer text (a Content-Security-Policy lists origins) becomes the origin that the local issuer lies on.
 */
export function createOrigins(local: LocalOrigins): Origins {
  const issuers = new Set<string>();
  const replacements: [RegExp, string][] = [[instanceUrl, local.instance]];
  const origins: Origins = {
    addSite: (host) => void replacements.push([new RegExp(`https://${escaped(host)}(?![\\w.-])`, 'g'), local.site]),
    addIssuer(url) {
      const { origin, pathname } = new URL(url);
      issuers.add(url.replace(/\/$/, ''));
      const whole = escaped(pathname === '/' ? origin : `${origin}${pathname.replace(/\/$/, '')}`);
      const below = pathname === '/' ? '(?=/)' : '(?![\\w.-])';
      replacements.push([new RegExp(`${whole}${below}`, 'g'), local.issuer]);
      replacements.push([new RegExp(`${escaped(origin)}(?![\\w./-])`, 'g'), new URL(local.issuer).origin]);
    },
    translate(text) {
      if (issuers.has(text.replace(/\/$/, ''))) return local.issuer;
      return replacements.reduce((so, [pattern, origin]) => so.replace(pattern, origin), text);
    },
    translateAll<T>(value: T): T {
      if (typeof value === 'string') return origins.translate(value) as T;
      if (Array.isArray(value)) return value.map((item) => origins.translateAll(item)) as T;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, origins.translateAll(item)])) as T;
    },
  };
  return origins;
}
