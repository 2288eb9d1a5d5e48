import type { FormulaPart } from '../../server/contract/explanations.ts';

/** What a formula that is shown comes to: × and ÷ before + and −, parentheses and √ first, as one reads it. */
export function evaluated(formula: readonly FormulaPart[]): number {
  let at = 0;
  const signAt = () => {
    const part = formula[at];
    return part && 'sign' in part ? part.sign : null;
  };
  const sum = (): number => {
    let value = product();
    for (let is = signAt(); is === '+' || is === '−'; is = signAt()) {
      at++;
      value = is === '+' ? value + product() : value - product();
    }
    return value;
  };
  const product = (): number => {
    let value = single();
    for (let is = signAt(); is === '×' || is === '÷'; is = signAt()) {
      at++;
      value = is === '×' ? value * single() : value / single();
    }
    return value;
  };
  const single = (): number => {
    const part = formula[at++];
    if (!part) throw new Error('The formula ends where a number should be');
    if (!('sign' in part)) return part.value;
    if (part.sign === '√') return Math.sqrt(single());
    if (part.sign !== '(') throw new Error(`A number should be where “${part.sign}” is`);
    const value = sum();
    if (signAt() !== ')') throw new Error('A parenthesis is not closed');
    at++;
    return value;
  };
  const value = sum();
  if (at < formula.length) throw new Error('The formula goes on after its end');
  return value;
}
