import type { Draft, Field } from '../person-draft.ts';
import { decide, type Edit } from '../person-edit.ts';
import { words } from '../words.ts';

const text = words.person.conflict;

/** A field in one line, as the two versions are compared. */
export function inWords(draft: Draft, field: Field): string {
  const value = draft[field];
  if (typeof value === 'boolean') return value ? words.person.yes : words.person.no;
  if (typeof value === 'string') return value || words.person.none;
  const lines = value.map((one) =>
    typeof one === 'string' ? one : `${words.phoneLabels[one.label] ?? one.label} ${one.number}`,
  );
  return lines.join(', ') || words.person.none;
}

/** What somebody else stored, beside the draft, field by field: the agent decides. */
export function PersonConflict({ place, edit }: { place: string; edit: Edit }) {
  const { conflict } = edit;
  if (conflict === undefined) return null;
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{text.heading}.</strong> {conflict.found.length === 0 ? text.same : text.explain}
      </p>
      {conflict.found.length > 0 && (
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.mine}</th>
              <th scope="col">{text.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {conflict.found.map(({ field }) => (
              <tr key={field}>
                <th scope="row">{words.person.fields[field]}</th>
                {(['mine', 'theirs'] as const).map((whose) => (
                  <td key={whose}>
                    <label class="check">
                      <input
                        type="radio"
                        name={`${place}.${field}`}
                        checked={conflict.picks[field] === whose}
                        onChange={() => decide(place, field, whose)}
                      />
                      <bdi>{inWords(whose === 'mine' ? conflict.mine : conflict.newer, field)}</bdi>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
