import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export interface Tab {
  id: string;
  label: string;
  /** Shown behind the label; absent while it is not known. */
  count?: number;
  view: () => ComponentChildren;
}

/**
 * Tabs as the ARIA practices describe them: one stop for the tab key, arrows between them. `first` stands open until the
 * reader chooses another.
 */
export function Tabs({ label, tabs, first }: { label: string; tabs: Tab[]; first?: string }) {
  const chosen = useSignal<string | undefined>(undefined);
  const current = tabs.find(({ id }) => id === (chosen.value ?? first)) ?? tabs[0];
  const step = (event: KeyboardEvent, index: number) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by === undefined ? undefined : tabs[(index + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    chosen.value = next.id;
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={tab === current}
            aria-controls="tab-panel"
            tabIndex={tab === current ? 0 : -1}
            onClick={() => {
              chosen.value = tab.id;
            }}
            onKeyDown={(event) => step(event, index)}
          >
            {tab.label}
            {tab.count !== undefined && <span class="count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${current?.id}`}>
        {current?.view()}
      </div>
    </div>
  );
}
