/**
 * Outside text for places that can neither isolate nor cut it: the tab's title, the live region, labels. Without the
 * marks that turn the direction of what follows, without control characters, and short.
 */
export function plain(text: string, most = 80): string {
  const clean = text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').trim();
  const letters = [...clean.slice(0, 2 * most + 2)];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : clean;
}
