import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 899px)');

/** Whether the right column folds into a tab. The same width stands in `theme.css`. */
export const narrow = signal(query.matches);
query.addEventListener('change', () => {
  narrow.value = query.matches;
});
