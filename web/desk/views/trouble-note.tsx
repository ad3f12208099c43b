import type { Trouble } from '../api.ts';
import { words } from '../words.ts';

/** What went wrong with one part of the page, why, and the way on; the rest stays usable. */
export function TroubleNote({ what, trouble, onRetry }: { what: string; trouble: Trouble; onRetry?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{what}</strong> {trouble.message}
      </p>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {words.trouble.retry}
        </button>
      )}
    </div>
  );
}
