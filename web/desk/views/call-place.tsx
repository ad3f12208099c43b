import { caller } from '../caller.ts';
import { interactionPages } from '../calls.ts';
import { narrow } from '../narrow.ts';
import { phone } from '../phone/phone.ts';
import { words } from '../words.ts';
import { Skeleton } from './skeleton.tsx';
import type { Tab } from './tabs.tsx';
import { ThisCall } from './this-call.tsx';
import { LiveWho, PastWho } from './who.tsx';

/** A call, present or past: who, and beside it what is recorded. */
export function CallPlace({ id }: { id: string }) {
  const live = phone.value.call?.interactionId === id;
  const record = interactionPages.of(id).value;
  const folded: Tab[] = narrow.value
    ? [{ id: 'call', label: words.tabs.call, view: () => <ThisCall id={id} live={live} /> }]
    : [];
  const who = live ? caller.value : undefined;
  return (
    <div class={narrow.value ? 'split narrow' : 'split'}>
      <section class="place" aria-label={words.who.heading}>
        {who !== undefined && <LiveWho who={who} interactionId={id} moreTabs={folded} />}
        {who === undefined && record.value !== undefined && (
          <PastWho record={record.value} interactionId={id} moreTabs={folded} />
        )}
        {who === undefined && record.value === undefined && record.loading && <Skeleton lines={6} />}
      </section>
      {!narrow.value && <ThisCall id={id} live={live} />}
    </div>
  );
}
