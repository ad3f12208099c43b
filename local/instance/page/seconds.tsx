import { words } from './words.ts';

export function Seconds({ value, onChange }: { value: number; onChange: (seconds: number) => void }) {
  return (
    <label class="seconds">
      {words.seconds}
      <input
        type="number"
        min={0}
        max={120}
        step={0.5}
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
      />
    </label>
  );
}
