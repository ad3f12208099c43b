import { signal } from '@preact/signals';
import { noPhone, type PhoneModel } from './model.ts';

/** The telephone as it is now. Only `telephone.ts` writes it. */
export const phone = signal<PhoneModel>(noPhone);

export const updatePhone = (change: Partial<PhoneModel>): void => {
  phone.value = { ...phone.value, ...change };
};
