import { describe, expect, it } from 'vitest';
import { agentOf, callOf, goneOf } from '../../web/desk/phone/from-snapshot.ts';
import { aCall, aContact, aPhone, aSnapshot, start } from './builders.ts';

const withContact = (contact: Parameters<typeof aContact>[0], agentState = 'Busy') =>
  aSnapshot({ state: { name: agentState, type: 'system', at: start }, contacts: [aContact(contact)] });

describe('the state of the call', () => {
  it.each([
    ['rings while an inbound contact connects', { state: { type: 'connecting', at: start } }, 'PendingBusy', 'ringing'],
    ['rings while a callback is offered', { state: { type: 'incoming', at: start } }, 'PendingBusy', 'ringing'],
    [
      'dials while an outbound contact connects',
      { state: { type: 'connecting', at: start }, inbound: false },
      'CallingCustomer',
      'dialling',
    ],
    ['is talking when connected', { state: { type: 'connected', at: start } }, 'Busy', 'talking'],
    [
      'is on hold when the customer’s leg is',
      { state: { type: 'connected', at: start }, customer: { state: 'hold', at: start + 5000 } },
      'Busy',
      'onHold',
    ],
    ['is after-call work when ended', { state: { type: 'ended', at: start } }, 'AfterCallWork', 'afterCallWork'],
    ['is missed by the agent’s own state', { state: { type: 'error', at: start } }, 'MissedCallAgent', 'missed'],
    ['is missed when Connect says so', { state: { type: 'rejected', at: start } }, 'Busy', 'missed'],
    ['failed on any other error', { state: { type: 'error', at: start } }, 'FailedConnectAgent', 'failed'],
  ])('%s', (_, contact, agentState, expected) => {
    expect(callOf(withContact(contact, agentState))?.state).toBe(expected);
  });

  it.each([
    ['dials once it is accepted, though its leg reads as inbound', 'connecting', 'CallingCustomer', 'dialling'],
    ['is missed when nobody accepts it', 'error', 'Default', 'missed'],
  ])('of a callback %s', (_, type, agentState, expected) => {
    const call = callOf(withContact({ type: 'queue_callback', state: { type, at: start } }, agentState));
    expect(call?.state).toBe(expected);
  });

  it('names the reason of a failed call', () => {
    const call = callOf(withContact({ state: { type: 'error', at: start } }, 'LineEngagedCustomer'));
    expect(call?.reason).toBe('LineEngagedCustomer');
  });
});

describe('a call with a third party', () => {
  const three = (customer: string, third: string) =>
    withContact({
      state: { type: 'connected', at: start },
      customer: { state: customer, at: start },
      thirds: [
        { state: 'disconnected', at: start, name: 'Sue Park', kind: 'agent' },
        { state: third, at: start, name: 'Beth Okoye', kind: 'agent' },
      ],
    });

  it.each([
    ['hold', 'connecting', 'calling'],
    ['hold', 'connected', 'consulting'],
    ['connected', 'hold', 'swapped'],
    ['connected', 'connected', 'conference'],
    ['hold', 'hold', 'bothHeld'],
    ['disconnected', 'connected', 'consulting'],
    ['hold', 'disconnected', 'onHold'],
    ['connected', 'disconnected', 'talking'],
  ])('customer %s and third party %s: %s', (customer, third, expected) => {
    expect(callOf(three(customer, third))?.state).toBe(expected);
  });

  it('shows the one who is live, and that they are reached within Connect', () => {
    expect(callOf(three('hold', 'connecting'))?.third).toMatchObject({
      state: 'connecting',
      name: 'Beth Okoye',
      kind: 'agent',
    });
  });

  const third = { state: 'connecting', since: start, name: 'Beth Okoye', kind: 'agent' } as const;
  const before = aPhone({ call: aCall({ state: 'calling', third }) });

  it.each([
    ['did not come', before, aCall({ state: 'onHold' }), { contactId: 'contact-1', who: 'Beth Okoye', joined: false }],
    [
      'has left',
      aPhone({ call: aCall({ state: 'conference', third: { ...third, state: 'connected' } }) }),
      aCall({ state: 'talking' }),
      { contactId: 'contact-1', who: 'Beth Okoye', joined: true },
    ],
    ['was dropped by this agent', { ...before, dropped: 'contact-1' }, aCall({ state: 'onHold' }), undefined],
    ['is still called', before, aCall({ state: 'calling', third }), undefined],
    ['was left with the customer', before, aCall({ state: 'afterCallWork' }), undefined],
    ['belonged to another call', before, aCall({ contactId: 'contact-2', state: 'talking' }), undefined],
  ])('tells who %s', (_, phone, call, expected) => {
    expect(goneOf(phone, call)).toEqual(expected);
  });

  it('goes on telling it until somebody else is called', () => {
    const gone = { contactId: 'contact-1', who: 'Beth Okoye', joined: false };
    const told = aPhone({ call: aCall({ state: 'onHold' }), gone });
    expect(goneOf(told, aCall({ state: 'talking' }))).toEqual(gone);
    expect(goneOf(told, aCall({ state: 'calling', third }))).toBeUndefined();
  });
});

describe('the call that is shown', () => {
  it('is none without a voice contact', () => {
    expect(callOf(withContact({ type: 'chat' }))).toBeUndefined();
  });

  it('is the live one when an ended one still waits to be cleared', () => {
    const contacts = [
      aContact({ contactId: 'old', state: { type: 'ended', at: start } }),
      aContact({ contactId: 'new' }),
    ];
    expect(callOf(aSnapshot({ contacts }))?.contactId).toBe('new');
  });

  it('stays the one that has just ended when an earlier one waits to be cleared, too', () => {
    const ended = (contactId: string) => aContact({ contactId, state: { type: 'ended', at: start } });
    const snapshot = aSnapshot({ contacts: [ended('old'), ended('new')] });
    expect(callOf(snapshot, aCall({ contactId: 'new', state: 'talking' }))?.contactId).toBe('new');
  });

  it('is handed over by a contact before it, which a callback is not', () => {
    const later = { initialContactId: 'first' };
    expect(callOf(withContact(later))?.handedOver).toBe(true);
    expect(callOf(withContact({ ...later, type: 'queue_callback' }))?.handedOver).toBe(false);
  });

  it('belongs to the interaction that the flow named, else to the initial contact', () => {
    expect(callOf(withContact({ attributes: { interactionId: 'first' } }))?.interactionId).toBe('first');
    expect(callOf(withContact({ initialContactId: 'initial' }))?.interactionId).toBe('initial');
  });

  it('keeps the caller’s number after the customer’s leg has gone', () => {
    const before = callOf(withContact({}));
    const after = callOf(withContact({ state: { type: 'ended', at: start }, customer: undefined }), before);
    expect(after).toMatchObject({ number: '+12125550123', customerThere: false });
  });
});

describe('times', () => {
  it('stay as shown when two snapshots differ by a moment', () => {
    const before = callOf(withContact({}));
    const after = callOf(withContact({ state: { type: 'connecting', at: start + 40 } }), before);
    expect(after?.since).toBe(start);
  });

  it('begin anew with the next state', () => {
    const before = callOf(withContact({}));
    const after = callOf(withContact({ state: { type: 'connected', at: start + 900 } }), before);
    expect(after?.since).toBe(start + 900);
  });

  it('count the talk from the connection, through hold', () => {
    const connected = { type: 'connected', at: start };
    const before = callOf(withContact({ state: connected }));
    const held = callOf(withContact({ state: connected, customer: { state: 'hold', at: start + 9000 } }), before);
    expect(held).toMatchObject({ talkingSince: start, since: start + 9000 });
  });
});

describe('presence', () => {
  it('keeps what was chosen while a call overlays it', () => {
    const before = agentOf(aSnapshot({ state: { name: 'Lunch', type: 'not_routable', at: start }, chosen: undefined }));
    const during = agentOf(
      aSnapshot({ state: { name: 'Busy', type: 'system', at: start }, chosen: undefined }),
      before,
    );
    expect(during).toMatchObject({ chosen: 'Lunch', presence: { name: 'Busy', type: 'system' } });
  });

  it('tells states that may be chosen by kind', () => {
    expect(agentOf(aSnapshot()).states.map(({ type }) => type)).toEqual(['available', 'away', 'offline']);
  });
});
