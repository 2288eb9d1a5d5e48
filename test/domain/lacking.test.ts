import { describe, expect, test } from 'vitest';
import type { Method, Phase, Role } from '../../server/domain/codes.ts';
import { lackingInput } from '../../server/domain/lacking.ts';
import { measured } from '../../server/domain/measured.ts';

const row = (phase: Phase) => ({
  phase,
  from: '2026-01-01',
  to: null,
  per: 'month' as const,
  value: 10,
  low: null,
  high: null,
  basis: 'actual' as const,
});

function lacking(method: Method, phases: Partial<Record<Role, Phase[]>>) {
  const measures = Object.fromEntries(
    Object.entries(phases).map(([role, own]) => [role, measured('flow', 'timer', own.map(row))]),
  );
  return lackingInput({ benefit: { method }, measures, runs: null });
}

describe('which measurement keeps a benefit from being worked out', () => {
  test('minutes on both sides and a volume only before: the volume after', () => {
    expect(lacking('per_item', { volume: ['before'], minutes: ['before', 'after'] })).toEqual({
      role: 'volume',
      phase: 'after',
    });
  });

  test('what is only counted needs nothing before', () => {
    expect(lacking('per_item', { volume: ['after'], minutes: ['before', 'after'] })).toBeNull();
    expect(lacking('ratio', { hours: ['after'], ratio: ['before', 'after'] })).toBeNull();
  });

  test('hours at work are lacking though the ratio is measured', () => {
    expect(lacking('ratio', { hours: [], ratio: ['before', 'after'] })).toEqual({
      role: 'hours',
      phase: 'after',
    });
  });

  test('what was measured directly as saved lacks neither before nor after', () => {
    expect(lacking('hours', { hours: ['saved'] })).toBeNull();
    expect(lacking('amount', { amount: ['after'] })).toEqual({ role: 'amount', phase: 'before' });
  });

  test('an indicator, and an input without a measure, lack nothing of this kind', () => {
    expect(lacking('indicator', { indicator: [] })).toBeNull();
    expect(lacking('hours', {})).toBeNull();
  });
});
