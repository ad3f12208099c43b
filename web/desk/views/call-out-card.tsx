import { useSignal } from '@preact/signals';
import { type CallOut, callNumber, callOut, cancelCallOut } from '../calling-out.ts';
import { when } from '../format.ts';
import { now } from '../now.ts';
import { phone } from '../phone/phone.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { TroubleNote } from './trouble-note.tsx';

const text = words.callsOut;

/** Why not, what would have to be different, and for those who may: the reason to call all the same. */
function Refused({ out }: { out: Extract<CallOut, { step: 'refused' }> }) {
  const why = useSignal('');
  const { reason, localTime, timeZone, opensAt, mayOverride } = out.refusal;
  return (
    <>
      <div class="trouble" role="alert">
        <p>
          <strong>{text.refusals[reason]}</strong>{' '}
          {localTime !== undefined && timeZone !== undefined && text.there(localTime, timeZone)}{' '}
          {opensAt !== undefined && text.opens(when(opensAt, now.value))}
        </p>
      </div>
      {mayOverride && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void callNumber(out.number, out.person, why.value.trim());
          }}
        >
          <label class="field">
            {text.why}
            <input
              required
              maxLength={200}
              value={why.value}
              onInput={({ currentTarget }) => {
                why.value = currentTarget.value;
              }}
            />
          </label>
          <p class="muted">{text.whyHint}</p>
          <button type="submit" disabled={why.value.trim() === ''}>
            {text.anyway}
          </button>
        </form>
      )}
    </>
  );
}

/** What is under way; nothing is, where the number may not be called. */
function titleOf(out: CallOut): string {
  if (out.step === 'choosing') return text.which(plain(out.person.name));
  return out.step === 'asking' || out.step === 'permitted' ? text.calling : text.heading;
}

/** A call out before it is one: which number, whether it may be called, and that it is recorded. */
export function CallOutCard() {
  const out = callOut.value;
  if (out === undefined) return null;
  const { ready } = phone.value;
  return (
    <section class="card call-out" aria-label={text.heading}>
      <p class="state">{titleOf(out)}</p>
      {out.step === 'choosing' ? (
        <div class="buttons">
          {out.numbers.map((one) => (
            <button key={one.number} type="button" class="action" onClick={() => callNumber(one, out.person)}>
              <bdi class="time" dir="ltr">
                {one.display}
              </bdi>
              <span class="muted">{words.phoneLabels[one.label]}</span>
            </button>
          ))}
        </div>
      ) : (
        <div>
          {out.person !== undefined && (
            <p class="caller">
              <bdi class="text">{out.person.name}</bdi>
            </p>
          )}
          <p class={out.person === undefined ? 'caller' : ''}>
            <bdi class="time" dir="ltr">
              {out.number.display}
            </bdi>
          </p>
        </div>
      )}
      {out.step === 'asking' && <p class="muted">{text.asking}</p>}
      {out.step === 'trouble' && <TroubleNote what={text.notDialled} trouble={out.trouble} />}
      {out.step === 'refused' && <Refused out={out} />}
      {out.step === 'permitted' && (
        <p class="on">
          <strong>{out.permission.recorded ? text.recorded : text.notRecorded}</strong>
        </p>
      )}
      {out.step === 'permitted' && !ready && <p>{text.notReady}</p>}
      {out.step === 'on-call' && <p>{text.onCall}</p>}
      {out.step === 'may-not' && <p>{text.mayNot}</p>}
      <div class="buttons">
        <button type="button" onClick={cancelCallOut}>
          {text.cancel}
        </button>
      </div>
    </section>
  );
}
