import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { duration } from '../format.ts';
import { handOver } from '../handed-over.ts';
import { bringIn, type Target } from '../phone/dial.ts';
import { phone } from '../phone/phone.ts';
import { type Choice, choices, looksLikeNumber, matching, readChoices, refreshChoices } from '../quick-connects.ts';
import { closeTool, openTool, searchFor } from '../tool.ts';
import { numberTarget, outsideRefusal } from '../transfer-number.ts';
import { words } from '../words.ts';
import { Skeleton } from './skeleton.tsx';

const text = words.transfer;
const refreshMs = 5_000;

/** How an agent is, or how long a queue is. */
function State({ one }: { one: Choice }) {
  const { presence, queue } = one;
  if (one.kind === 'agent') {
    return (
      <span class="muted">
        <span class={`dot ${presence?.type ?? ''}`} /> {presence ? words.presence(presence.name) : text.unknown}
      </span>
    );
  }
  if (queue?.waiting === undefined) return <span class="muted">{one.kind === 'queue' ? text.unknown : ''}</span>;
  const parts = [
    text.waiting(queue.waiting),
    ...(queue.waiting > 0 ? [text.longest(duration((queue.longestWaitSeconds ?? 0) * 1000))] : []),
    text.available(queue.available ?? 0),
  ];
  return <span class="muted">{parts.join(', ')}</span>;
}

const start = async (target: Target | undefined, now: boolean) => {
  // Closed meanwhile: the agent thought better of it, or has started already.
  if (target === undefined || openTool.value !== 'transfer') return;
  closeTool();
  await (now ? handOver(target) : bringIn(target));
};

const Row = ({ one }: { one: Choice }) => (
  <li>
    <div>
      <bdi class="name">{one.name}</bdi>
      <State one={one} />
    </div>
    <div class="row">
      <button type="button" aria-label={text.consultWith(one.name)} onClick={() => start(one, false)}>
        {text.consult}
      </button>
      <button type="button" class="quiet" aria-label={text.nowTo(one.name)} onClick={() => start(one, true)}>
        {text.now}
      </button>
    </div>
  </li>
);

/** Quick connects: agents and queues of this desk, or any number, to consult or to hand the customer to. */
export function TransferPanel() {
  const typed = useSignal(searchFor.peek());
  const field = useRef<HTMLInputElement>(null);
  const failed = useSignal(false);
  const read = async () => {
    failed.value = false;
    failed.value = !(await readChoices());
  };
  // A number that is clicked while the list is open takes the place of what was typed.
  useSignalEffect(() => {
    if (searchFor.value !== '') typed.value = searchFor.value;
  });
  useEffect(() => {
    field.current?.focus();
    outsideRefusal.value = undefined;
    void read();
    const again = setInterval(() => void refreshChoices(), refreshMs);
    return () => clearInterval(again);
  }, []);
  const all = choices.value;
  const found = matching(all ?? [], typed.value);
  const number = looksLikeNumber(typed.value) ? typed.value.trim() : undefined;
  const groups = [
    [text.agents, found.filter(({ kind }) => kind === 'agent')],
    [text.queues, found.filter(({ kind }) => kind !== 'agent')],
  ] as const;
  const callTyped = async (now: boolean) => number && start(await numberTarget(number), now);
  const first = () => (found[0] && number === undefined ? start(found[0], false) : callTyped(false));
  const { refusal } = phone.value;
  return (
    <section class="tool" aria-label={text.heading}>
      <input
        ref={field}
        aria-label={text.find}
        placeholder={text.find}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          outsideRefusal.value = undefined;
        }}
        onKeyDown={({ key, isComposing }) => {
          if (key === 'Enter' && !isComposing) void first();
          if (key === 'Escape') closeTool();
        }}
      />
      <p class="muted">{text.hint}</p>
      {outsideRefusal.value !== undefined && (
        <p class="danger-text" role="alert">
          {outsideRefusal.value}
        </p>
      )}
      {number !== undefined && (
        <div class="row">
          <button type="button" onClick={() => callTyped(false)}>
            {text.number(number)}
          </button>
          <button type="button" class="quiet" onClick={() => callTyped(true)}>
            {text.now}
          </button>
        </div>
      )}
      {all === undefined && refusal === undefined && !failed.value && <Skeleton lines={4} />}
      {failed.value && (
        <button type="button" onClick={read}>
          {words.trouble.retry}
        </button>
      )}
      {all?.length === 0 && <p>{text.noQuickConnects}</p>}
      {all !== undefined && all.length > 0 && found.length === 0 && number === undefined && <p>{text.none}</p>}
      {groups.map(([heading, rows]) =>
        rows.length === 0 ? null : (
          <div key={heading}>
            <h2>{heading}</h2>
            <ul class="quick">
              {rows.map((one) => (
                <Row key={one.arn} one={one} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}
