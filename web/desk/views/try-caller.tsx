import { goTo } from '../route.ts';
import { clueExplanations } from '../why.ts';
import { words } from '../words.ts';

const text = words.why;
/** The parameter whose country reads the caller id. */
const line = 'dialled';

/** What to look somebody up by; the place's address keeps it, so a finding can be sent to a colleague. */
export function TryCaller({ query }: { query: string }) {
  const asking = new URLSearchParams(query);
  const [kind, value] = [...asking].find(([name]) => name !== line) ?? ['telephone', ''];
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const dialled = String(form.get(line)).trim();
    const asked = new URLSearchParams({
      [String(form.get('kind'))]: String(form.get('value')),
      ...(dialled !== '' && { [line]: dialled }),
    }).toString();
    goTo({ page: 'explain', id: asked });
    void clueExplanations.reload(asked);
  };
  return (
    <form class="row try" onSubmit={onSubmit}>
      <label class="field">
        {text.kind}
        <select name="kind" defaultValue={kind}>
          {Object.entries(text.kinds).map(([name, word]) => (
            <option key={name} value={name} selected={name === kind}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label class="field grow">
        {text.value}
        <input name="value" required maxLength={300} autocomplete="off" defaultValue={value} />
      </label>
      <label class="field">
        {text.line}
        <input name={line} maxLength={50} autocomplete="off" defaultValue={asking.get(line) ?? ''} />
      </label>
      <button type="submit" class="primary">
        {text.go}
      </button>
    </form>
  );
}
