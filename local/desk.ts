export type { Desk, DeskOptions, SignIn } from './desk-types.ts';
