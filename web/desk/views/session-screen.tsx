import { words } from '../words.ts';

/** Before the desk: opening, signed out, refused, unreachable. One sentence why, one button. */
export function SessionScreen(props: {
  busy?: boolean;
  title?: string;
  why?: string;
  action?: string;
  onAction?: () => void;
}) {
  return (
    <main class="session">
      <h1>{props.title ?? words.product}</h1>
      {props.busy === true && <p class="muted late">{words.session.opening}</p>}
      {props.why !== undefined && <p role={props.title === undefined ? undefined : 'alert'}>{props.why}</p>}
      {props.action !== undefined && (
        <button type="button" class="primary" onClick={() => props.onAction?.()} autofocus>
          {props.action}
        </button>
      )}
    </main>
  );
}
