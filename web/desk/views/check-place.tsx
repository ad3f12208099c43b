import { useEffect } from 'preact/hooks';
import { type Finding, findings } from '../findings.ts';
import { phone } from '../phone/phone.ts';
import { browserChecks, lookAtBrowser, tries } from '../self-check.ts';
import { words } from '../words.ts';

const text = words.place.check;

const Row = ({ found }: { found: Finding }) => {
  const attempt = found.check in tries ? tries[found.check as keyof typeof tries] : undefined;
  return (
    <li class={found.verdict}>
      <h3>{text.findings[found.check].name}</h3>
      <strong class={found.verdict === 'bad' ? 'danger-text' : ''}>{text[found.verdict]}</strong>
      <p>
        {found.text} {found.fix}
      </p>
      {attempt !== undefined &&
        found.verdict !== 'good' &&
        !(found.check === 'notification' && found.verdict === 'bad') && (
          <button type="button" onClick={() => void attempt()}>
            {text.try}
          </button>
        )}
    </li>
  );
};

/** The check of a workplace: each thing a call needs, what was found, and its fix. */
export function CheckPlace() {
  useEffect(() => void lookAtBrowser(), []);
  return (
    <section class="place">
      <h2>{text.heading}</h2>
      <p class="muted">{text.intro}</p>
      <ul class="checks">
        {findings(phone.value, browserChecks.value).map((found) => (
          <Row key={found.check} found={found} />
        ))}
      </ul>
      <button type="button" onClick={() => void lookAtBrowser()}>
        {text.again}
      </button>
    </section>
  );
}
