import { describe, expect, it } from 'vitest';
import { readPersonFields } from '../../../domain/directory/person-fields.ts';
import { samplePeople } from '../../../local/sample/people.ts';
import { sampleRequests } from '../../../local/sample/requests.ts';

describe('the sample people', () => {
  it.each(samplePeople.map((person) => [person.name, person] as const))('%s could have been typed', (_, person) => {
    const { id: __, version: ___, ...fields } = person;
    expect(readPersonFields(fields, 'US')).toEqual({ person: fields, problems: [] });
  });

  it('have IDs that can be keyed in and are no number of a request', () => {
    const ids = samplePeople.flatMap(({ supportId, employeeId }) => [supportId ?? '', employeeId ?? '']);
    const requests = sampleRequests(0).map(({ number }) => number.replace(/\D/g, ''));
    expect(ids.filter((id) => !/^\d{4,5}$/.test(id) || requests.includes(id))).toEqual([]);
  });

  it('have two who share a support ID', () => {
    expect(samplePeople.filter(({ supportId }) => supportId === '4711')).toHaveLength(2);
  });
});
