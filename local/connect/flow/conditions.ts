import type { Action } from './document.ts';

type Test = (value: string, operand: string) => boolean;

/** Both sides must be numbers, else the condition is false [docs]. */
const numbers =
  (test: (value: number, operand: number) => boolean): Test =>
  (value, operand) =>
    isNumber(value) && isNumber(operand) && test(Number(value), Number(operand));
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/** Text is compared exactly, case included [docs]. */
const operators: Record<string, Test> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: numbers((value, operand) => value > operand),
  NumberGreaterOrEqualTo: numbers((value, operand) => value >= operand),
  NumberLessThan: numbers((value, operand) => value < operand),
  NumberLessOrEqualTo: numbers((value, operand) => value <= operand),
};

/** The first condition, from top to bottom, that holds for `value`; operands may be references. */
export function firstTrue(
  conditions: Action['conditions'],
  value: string,
  text: (operand: string) => string,
): Action['conditions'][number] | undefined {
  return conditions.find((condition) => {
    const test = operators[condition.operator];
    if (!test) throw new Error(`not emulated: condition operator ${condition.operator}`);
    return test(value, text(condition.operands[0] ?? ''));
  });
}
