import { expect, it } from 'vitest';
import { timeline } from '../../web/desk/timeline.ts';

const at = (second: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + second * 1000).toISOString();

it('tells an answered call in its order, what happened before the state it led to', () => {
  const moments = timeline({
    startedAt: at(0),
    endedAt: at(90),
    caller: { personName: 'Leila', chosenBy: 'ned', chosenAt: at(30) },
    history: [
      { state: 'New', at: at(0) },
      { state: 'Work in Progress', at: at(20) },
      { state: 'Closed Complete', at: at(90) },
    ],
    legs: [
      {
        contactId: 'c',
        startedAt: at(0),
        enqueuedAt: at(8),
        connectedAt: at(20),
        endedAt: at(90),
        queueName: 'Service desk',
        agentName: 'Ned',
      },
    ],
  });
  expect(moments.map(({ text }) => text)).toEqual([
    'Call began',
    'New',
    'Waiting in Service desk',
    'Connected to Ned',
    'In progress',
    'ned chose Leila',
    'Call ended',
    'Complete',
  ]);
});

it('leaves out what is not known', () => {
  const moments = timeline({ startedAt: at(0), caller: {}, history: [], legs: [{ contactId: 'c' }] });
  expect(moments.map(({ text }) => text)).toEqual(['Call began']);
});
