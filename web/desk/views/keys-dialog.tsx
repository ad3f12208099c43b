import { helpId } from '../commands.ts';
import { keyTable } from '../keys.ts';
import { words } from '../words.ts';

export const KeysDialog = () => (
  <dialog id={helpId} aria-labelledby="keys-heading">
    <h2 id="keys-heading">{words.keys.heading}</h2>
    <table>
      <tbody>
        {[...keyTable, ['1–9', 'choose'] as const].map(([key, command]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{words.keys.names[command]}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="muted">{words.keys.never}</p>
    <form method="dialog">
      <button type="submit" class="primary">
        {words.keys.close}
      </button>
    </form>
  </dialog>
);
