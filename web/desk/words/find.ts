/** Words of finding people. */
export const find = {
  label: 'Find person',
  hint: 'Name, email, number, support ID',
  results: 'People found',
  nobody: 'Nobody found.',
  more: 'There are more: type further letters.',
  newPerson: (typed: string) => `New person: ${typed}`,
} as const;
