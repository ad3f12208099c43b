import type { ComponentChildren } from 'preact';
import type { ShownPerson } from '../../../domain/api.ts';
import { languageName } from '../format.ts';
import { words } from '../words.ts';

/** Name, marks, where they belong, how they are reached. */
export function PersonHead({
  name,
  person,
  children,
}: {
  name: string;
  person?: ShownPerson;
  children?: ComponentChildren;
}) {
  const facts: [string, string | undefined][] = [
    [words.who.organisation, person?.organisation],
    [words.who.site, person?.site],
    [words.who.language, person?.language === undefined ? undefined : languageName(person.language)],
    [words.who.supportId, person?.supportId],
  ];
  return (
    <div class="person">
      <h2>
        {name}
        {person?.vip === true && <span class="mark">{words.who.vip}</span>}
        {person?.active === false && <span class="mark plain">{words.who.inactive}</span>}
        {person?.doNotCall === true && <span class="mark plain">{words.who.doNotCall}</span>}
        {children}
      </h2>
      <dl class="facts">
        {facts.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {person?.phones.map((phone) => (
          <div key={phone.display}>
            <dt>{words.phoneLabels[phone.label ?? ''] ?? words.who.numbers}</dt>
            <dd class="time">
              {phone.dial === undefined ? phone.display : <a href={`tel:${phone.dial}`}>{phone.display}</a>}
            </dd>
          </div>
        ))}
        {person?.emails?.map((email) => (
          <div key={email}>
            <dt>{words.who.email}</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
