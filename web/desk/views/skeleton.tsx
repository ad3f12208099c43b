/** Keeps the place of text that is still being read. Unseen for the first 300 ms, so that quick answers do not flicker. */
export const Skeleton = ({ lines }: { lines: number }) => (
  <div class="skeleton late" aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} />
    ))}
  </div>
);
