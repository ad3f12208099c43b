import { render } from 'preact';
import { followAttention } from './attention.ts';
import { followCalls } from './calls.ts';
import { Desk } from './desk.tsx';
import { startClock } from './now.ts';
import { followRing } from './pop.ts';
import { followAddress } from './route.ts';
import { openSession } from './session.ts';
import { restoreTheme } from './theme-switch.ts';

restoreTheme();
startClock();
render(<Desk />, document.getElementById('desk') ?? document.body);
await openSession();
followAddress();
followRing();
followCalls();
followAttention();
