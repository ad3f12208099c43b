/** Widths at which the page changes its shape; `styles/layout.css` has the same numbers. */
import { type Signal, signal } from '@preact/signals';

function matches(media: string): Signal<boolean> {
  const query = matchMedia(media);
  const made = signal(query.matches);
  query.addEventListener('change', () => {
    made.value = query.matches;
  });
  return made;
}

/** The right column folds into a tab. */
export const narrow = matches('(max-width: 899px)');
/** A panel inside another desk: the softphone alone, with one line of who. */
export const panel = matches('(max-width: 560px)');
