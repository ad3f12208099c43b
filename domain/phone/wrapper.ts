import { plainText } from './plain-text.ts';

/** A caller id without its SIP or `tel:` wrapping. `phoneContext` is the country code of a local `tel:` number. */
export interface Peeled {
  scheme: 'none' | 'sip' | 'tel';
  /** What may be a number or a word; parameters dropped, percent-encoding undone once. */
  user: string;
  /** Lower case, without port; empty unless the scheme is sip. */
  host: string;
  phoneContext?: string;
}

/**
 * Peels display name, angle brackets, scheme, host, port and URI parameters. What is in no wrapper comes back as it is,
 * parameters included, because `;ext=` belongs to a plain number too.
 */
export function peel(text: string): Peeled {
  const header = /^(?:"[^"]*" *|[^<>"]*)<([^<>]*)>(?:;.*)?$/.exec(text);
  const inner = (header?.[1] ?? text).trim();
  const uri = /^(sips?|tel):(.*)$/i.exec(inner);
  if (!uri) return { scheme: 'none', user: inner, host: '' };
  const rest = uri[2] ?? '';
  if (uri[1]?.toLowerCase() === 'tel') {
    const context = /;phone-context=\+(\d{1,3})(?:;|$)/i.exec(rest)?.[1];
    const user = plainText(decode(rest));
    return context ? { scheme: 'tel', user, host: '', phoneContext: context } : { scheme: 'tel', user, host: '' };
  }
  const at = rest.lastIndexOf('@');
  const user = at < 0 ? '' : (rest.slice(0, at).split(/[;:]/)[0] ?? '');
  const host = (rest.slice(at + 1).split(/[;?:]/)[0] ?? '').toLowerCase();
  return { scheme: 'sip', user: plainText(decode(user)), host };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
