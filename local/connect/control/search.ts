import { invalid, notEmulated } from './errors.ts';
import type { Input } from './operations.ts';

type Test<T> = (item: T) => boolean;

interface Searchable<T> {
  /** What can be searched, by the API's field name in lower case. */
  fields: Record<string, (item: T) => string>;
  tags(item: T): Record<string, string>;
}

/** Whether an item fits the `SearchCriteria` and `SearchFilter` of a Search operation; everything fits none. */
export function searchOf<T>(input: Input, { fields, tags }: Searchable<T>): Test<T> {
  const criteria = criterion(input.SearchCriteria, fields);
  const { TagFilter, ...others } = Object(input.SearchFilter);
  const { TagCondition, ...otherTags } = Object(TagFilter);
  if ([others, otherTags].some((rest) => Object.keys(rest).length)) throw notEmulated('a filter but one TagCondition');
  if (TagCondition === undefined) return criteria;
  const { TagKey, TagValue } = Object(TagCondition);
  return (item) => {
    const value = tags(item)[String(TagKey)];
    return criteria(item) && value !== undefined && (TagValue === undefined || value === TagValue);
  };
}

function criterion<T>(given: unknown, fields: Searchable<T>['fields']): Test<T> {
  const { StringCondition, OrConditions, AndConditions, ...others } = Object(given);
  const [other] = Object.keys(others);
  if (other) throw notEmulated(`a search by ${other}`);
  const tests: Test<T>[] = [];
  if (StringCondition) tests.push(condition(Object(StringCondition), fields));
  if (Array.isArray(AndConditions)) tests.push(...AndConditions.map((one) => criterion(one, fields)));
  if (Array.isArray(OrConditions)) {
    const any = OrConditions.map((one) => criterion(one, fields));
    tests.push((item) => any.some((test) => test(item)));
  }
  return (item) => tests.every((test) => test(item));
}

function condition<T>(given: Record<string, unknown>, fields: Searchable<T>['fields']): Test<T> {
  const read = fields[String(given.FieldName).toLowerCase()];
  if (!read) throw invalid(`FieldName ${given.FieldName} cannot be searched`);
  const wanted = String(given.Value ?? '');
  if (given.ComparisonType === 'STARTS_WITH') return (item) => read(item).startsWith(wanted);
  if (given.ComparisonType === 'CONTAINS') return (item) => read(item).includes(wanted);
  return (item) => read(item) === wanted;
}
