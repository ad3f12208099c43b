import type { ShownQueue } from '../types.ts';
import { Since } from './since.tsx';
import { words } from './words.ts';

export function Queues({ queues, now }: { queues: ShownQueue[]; now: number }) {
  return (
    <section aria-labelledby="queues">
      <h2 id="queues">{words.queues}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.queue}</th>
            <th scope="col">{words.waiting}</th>
            <th scope="col">{words.longest}</th>
            <th scope="col">{words.available}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ name, waiting, longestSince, available }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{waiting}</td>
              <td>{longestSince === undefined ? words.none : <Since at={longestSince} now={now} />}</td>
              <td>{available}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
