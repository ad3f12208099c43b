/** What is open in the softphone's column beside the call: the quick connects, or the dial pad. */
import { computed, signal } from '@preact/signals';
import { leads } from './leading-tab.ts';
import { type CallTool, may } from './phone/call-states.ts';
import { phone } from './phone/phone.ts';

const chosen = signal<CallTool | undefined>(undefined);

/** Closed by itself as soon as the call's state has no use for it, or another tab leads. */
export const openTool = computed<CallTool | undefined>(() => {
  const tool = chosen.value;
  return tool !== undefined && leads.value !== false && may(phone.value.call?.state, tool) ? tool : undefined;
});

export const closeTool = (): void => {
  chosen.value = undefined;
};

/** What the search of the quick connects begins with when it is opened for a number. */
export const searchFor = signal('');

/** Opens the quick connects with a number in the search, to call it into the present call. */
export function openTransferTo(number: string): void {
  searchFor.value = number;
  chosen.value = 'transfer';
}

/** Opens it, or closes it when it is open. */
export function toggleTool(tool: CallTool): void {
  searchFor.value = '';
  chosen.value = openTool.value === tool ? undefined : tool;
}
