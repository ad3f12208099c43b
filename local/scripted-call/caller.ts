import type { TurnableClock } from '../connect/clock.ts';
import type { Call, CallEvent } from '../connect/types.ts';
import type { CallPlan, KeyStep, Moment } from './plan.ts';

/** A caller stays a moment after what they waited for has begun; a block that was named ends the call at once. */
const stays = { prompt: 1, phase: 2, block: 0 } as const;
/** Nobody waits for ever: seconds of the instance's time after which any caller hangs up. */
const patience = 600;
const betweenKeys = 300;

/** Plays the caller's part of the plan on a call that has just been dialled. */
export function callerAtPhone(call: Call, clock: TurnableClock, plan: CallPlan): void {
  const after = (seconds: number, task: () => void) => clock.after(seconds * 1000, task);
  let leaving = false;
  const leaveAfter = (seconds: number) => {
    if (leaving) return;
    leaving = true;
    after(seconds, () => call.hangUp());
  };
  after(patience, () => call.hangUp());
  const { hangUpAfter } = plan;
  if (hangUpAfter?.kind === 'seconds') leaveAfter(hangUpAfter.seconds);

  const keypad = keypadOf(plan.keys, clock, call);
  const hear = (event: CallEvent) => {
    if (event.kind === 'block' && event.type === 'GetParticipantInput') keypad.asked();
    if (hangUpAfter && hangUpAfter.kind !== 'seconds' && isMoment(hangUpAfter, event))
      leaveAfter(stays[hangUpAfter.kind]);
  };
  for (const event of [...call.events]) hear(event);
  call.onEvent(hear);
}

function isMoment(moment: Exclude<Moment, { kind: 'seconds' }>, event: CallEvent): boolean {
  if (moment.kind === 'prompt') return event.kind === 'heard' && event.prompt === moment.prompt;
  if (moment.kind === 'phase') return event.kind === 'phase' && event.phase === moment.phase;
  return event.kind === 'block' && event.id === moment.id;
}

function keypadOf(plan: KeyStep[], clock: TurnableClock, call: Call) {
  const steps = [...plan];
  const press = (keys: string) => {
    [...keys].forEach((key, index) => {
      clock.after(betweenKeys * (index + 1), () => call.press(key));
    });
  };
  const goOn = () => {
    const step = steps[0];
    if (step?.kind !== 'wait') return;
    steps.shift();
    clock.after(step.seconds * 1000, () => {
      const next = steps[0];
      if (next?.kind === 'keys') {
        steps.shift();
        press(next.keys);
      }
      goOn();
    });
  };
  goOn();
  return {
    /** A question was put: the keys that wait for one go to it. */
    asked() {
      const step = steps[0];
      if (step?.kind !== 'keys') return;
      steps.shift();
      press(step.keys);
      goOn();
    },
  };
}
