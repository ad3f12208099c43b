import { leads, takeLead } from '../leading-tab.ts';
import { words } from '../words.ts';

/** Another tab has the telephone: this one says so, and can take it. */
export const MirrorNote = () =>
  leads.value !== false ? null : (
    <div class="note" role="status">
      <p>
        <strong>{words.place.tabs.mirror}.</strong> {words.place.tabs.why}
      </p>
      <button type="button" onClick={takeLead}>
        {words.place.tabs.take}
      </button>
    </div>
  );
