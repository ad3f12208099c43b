import { Person } from './person.tsx';

export const PersonPlace = ({ id }: { id: string }) => (
  <section class="place">
    <Person id={id} />
  </section>
);
