import { inputForm } from '../actions/participant.ts';
import { has } from '../actions/spec.ts';
import { type Action, isObject, type Parameters } from '../document.ts';

/**
 * What is wrong with a GetParticipantInput in the form that it has:
 *
 *   menu    a time limit; nothing about storing
 *   store   a time limit and one kind of validation; encryption only of free digits
 *   buffer  the switch; when off, it may say where stored digits go
 */
export function inputProblems(action: Action): { message: string }[] {
  const { parameters } = action;
  const form = inputForm(action);
  const lacks = (key: string) => (has(parameters, key) ? [] : [{ message: `lacks ${key}` }]);
  const refuses = (...keys: string[]) =>
    keys.filter((key) => has(parameters, key)).map((key) => ({ message: `refuses ${key} in the form of a ${form}` }));
  if (form === 'menu') {
    return [...lacks('InputTimeLimitSeconds'), ...refuses('InputValidation', 'DTMFConfiguration', 'InputEncryption')];
  }
  if (form === 'buffer') {
    return refuses(
      'Text',
      'SSML',
      'PromptId',
      'Media',
      'InputTimeLimitSeconds',
      'InputValidation',
      'DTMFConfiguration',
    );
  }
  return [...lacks('InputTimeLimitSeconds'), ...validationProblems(parameters)];
}

function validationProblems({ InputValidation: validation, InputEncryption: encryption }: Parameters) {
  if (!isObject(validation)) return [{ message: 'stores digits and lacks InputValidation' }];
  const { CustomValidation: custom, PhoneNumberValidation: phone } = validation;
  if ((custom === undefined) === (phone === undefined)) {
    return [{ message: 'needs exactly one of CustomValidation and PhoneNumberValidation' }];
  }
  if (custom !== undefined) {
    return isObject(custom) && has(custom, 'MaximumLength')
      ? []
      : [{ message: 'CustomValidation lacks MaximumLength' }];
  }
  const problems = encryption === undefined ? [] : [{ message: 'encrypts, which goes with CustomValidation only' }];
  if (!isObject(phone)) return problems;
  if (phone.NumberFormat !== 'Local' && phone.NumberFormat !== 'E164') {
    problems.push({ message: 'PhoneNumberValidation has a NumberFormat other than Local and E164' });
  }
  if (phone.NumberFormat === 'Local' && !has(phone, 'CountryCode')) {
    problems.push({ message: 'PhoneNumberValidation of local numbers lacks CountryCode' });
  }
  return problems;
}
