import type { ComponentChildren } from 'preact';
import type { ShownPerson } from '../../../domain/api.ts';
import { languageName } from '../format.ts';
import { type TextField, texts } from '../person-draft.ts';
import { words } from '../words.ts';
import { CallPerson } from './call-person.tsx';
import { PhoneLink } from './phone-link.tsx';

/** What an agent needs in a call; the person's page shows the rest. */
const brief: TextField[] = ['organisation', 'site', 'language', 'supportId'];
const whole = texts.filter((field) => field !== 'name');

interface Props {
  name: string;
  person?: ShownPerson;
  /** Every field that is filled. */
  all?: boolean;
  children?: ComponentChildren;
}

/** Name, marks, where they belong, how they are reached. */
export function PersonHead({ name, person, all = false, children }: Props) {
  const shown = (field: TextField) => {
    const value = person?.[field];
    return field === 'language' && value !== undefined ? languageName(String(value)) : value;
  };
  return (
    <div class="person">
      <div class="title">
        <h2 id="who" tabIndex={-1}>
          <bdi class="text">{name}</bdi>
          {person?.vip === true && <span class="mark">{words.who.vip}</span>}
          {person?.active === false && <span class="mark plain">{words.who.inactive}</span>}
          {person?.doNotCall === true && <span class="mark plain">{words.who.doNotCall}</span>}
        </h2>
        {person !== undefined && <CallPerson person={person} />}
        {children}
      </div>
      <dl class="facts">
        {(all ? whole : brief).map((field) =>
          shown(field) === undefined ? null : (
            <div key={field}>
              <dt>{words.person.fields[field]}</dt>
              <dd>
                <bdi class="text">{shown(field)}</bdi>
              </dd>
            </div>
          ),
        )}
        {person?.phones.map((phone) => (
          <div key={`${phone.label} ${phone.number}`}>
            <dt>{words.phoneLabels[phone.label] ?? words.who.numbers}</dt>
            <dd>
              <PhoneLink number={phone} person={person} />
            </dd>
          </div>
        ))}
        {person?.emails?.map((email) => (
          <div key={email}>
            <dt>{words.who.email}</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(email)}`}>
                <bdi class="text">{email}</bdi>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
