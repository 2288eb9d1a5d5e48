import { type Counted, Z } from '../intervals.ts';
import { type Formula, type Step, sign, step, type Term, type TermName, term } from './step.ts';

/** What an end of Wilson's interval is worked out from, as fractions. */
function wilsonOf({ counted, n }: Counted) {
  const share = counted / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { share, middle, reach, scale: 1 + (Z * Z) / n };
}

const number = (name: TermName, value: number): Term => term(name, value, 'number');
const constant = (value: number) => number('constant', value);

/**
 * The lines of Wilson's interval: p = counted ÷ n; the middle p + z² ÷ 2n; the reach z·√(p(1 − p) ÷ n + z² ÷ 4n²); the
 * scale 1 + z² ÷ n.
 */
export function wilsonLines(of: Counted): Step[] {
  const { share, middle, reach, scale } = wilsonOf(of);
  const [p, z, n] = [number('share', share), number('quantile', Z), number('n', of.n)];
  const line = (name: TermName, value: number, formula: Formula) =>
    step(value, 'number', formula, { term: name });
  return [
    line('share', share, [number('counted', of.counted), sign('÷'), n]),
    line('middle', middle, [
      ...[p, sign('+'), z, sign('×'), z, sign('÷'), sign('('), constant(2)],
      ...[sign('×'), n, sign(')')],
    ]),
    line('reach', reach, [
      ...[z, sign('×'), sign('√'), sign('('), p, sign('×'), sign('('), constant(1), sign('−'), p],
      ...[sign(')'), sign('÷'), n, sign('+'), z, sign('×'), z, sign('÷'), sign('('), constant(4)],
      ...[sign('×'), n, sign('×'), n, sign(')'), sign(')')],
    ]),
    line('scale', scale, [constant(1), sign('+'), z, sign('×'), z, sign('÷'), n]),
  ];
}

/** An end of Wilson's interval in per cent: (middle ∓ reach) ÷ scale × 100. */
export function wilsonEnd(of: Counted, end: 'low' | 'high'): Formula {
  const { middle, reach, scale } = wilsonOf(of);
  return [
    ...[sign('('), number('middle', middle), sign(end === 'low' ? '−' : '+'), number('reach', reach)],
    ...[sign(')'), sign('÷'), number('scale', scale), sign('×'), constant(100)],
  ];
}

/** √(a × a + b × b). */
export function hypot(a: Term, b: Term): Formula {
  return [sign('√'), sign('('), a, sign('×'), a, sign('+'), b, sign('×'), b, sign(')')];
}
