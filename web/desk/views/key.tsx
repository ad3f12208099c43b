/** The key of a button, for the eye; screen readers get it by `aria-keyshortcuts`. */
export const Key = ({ name }: { name: string }) => (
  <span class="key" aria-hidden="true">
    {name}
  </span>
);
