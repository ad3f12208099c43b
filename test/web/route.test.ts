import { describe, expect, it } from 'vitest';
import { hashOf, type Route, readRoute, readSearch } from '../../web/desk/route.ts';

const routes: Route[] = [
  { page: 'home' },
  { page: 'person', id: 'p-1' },
  { page: 'request', id: 'RQ-10023' },
  { page: 'call', id: '5f0c/../x' },
  { page: 'number', id: '+1 (212) 555-0123' },
];

it.each(routes)('finds $page again by its address', (route) => {
  expect(readRoute(hashOf(route))).toEqual(route);
});

it.each(['', '#', '#/', '#/nowhere/1', '#/person/', '#/person/a/b', '#/person/%E0%A4%A', '#/__proto__/x'])(
  'goes home from %j',
  (hash) => {
    expect(readRoute(hash)).toEqual({ page: 'home' });
  },
);

describe('search', () => {
  it.each<[string, Route | undefined]>([
    ['RQ-10023', { page: 'request', id: 'RQ-10023' }],
    [' rq 10023 ', { page: 'request', id: 'RQ-10023' }],
    ['+1 212 555 0123', { page: 'number', id: '+1 212 555 0123' }],
    ['0123', { page: 'number', id: '0123' }],
    ['', undefined],
    ['amy', undefined],
  ])('reads %j', (typed, expected) => {
    expect(readSearch(typed)).toEqual(expected);
  });
});
