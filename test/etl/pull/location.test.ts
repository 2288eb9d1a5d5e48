import { describe, expect, test } from 'vitest';
import { locationOf, stateName } from '../../../etl/sources/pull/location.ts';

describe('a location', () => {
  test('is shown and remembered without its password, and used with it', () => {
    const location = locationOf(
      'postgres://reader:hemmelig@db.kommune.dk:5432/rpa?sslmode=require&password=x',
    );
    expect(location).toEqual({
      given: 'postgres://reader:hemmelig@db.kommune.dk:5432/rpa?sslmode=require&password=x',
      kind: 'postgres',
      shown: 'postgres://reader@db.kommune.dk:5432/rpa',
      label: 'db.kommune.dk',
    });
  });

  test('is the same to the warehouse when its password is another, and another when the source is', () => {
    const name = (source: string, given: string) => stateName(source, locationOf(given));
    const here = name('openorchestrator', 'postgres://u:one@host/db');
    expect(here).toMatch(/^pull:openorchestrator:[0-9a-f]{16}$/);
    expect(name('openorchestrator', 'postgres://u:two@host/db')).toBe(here);
    expect(name('openorchestrator', 'postgres://u:one@host/other')).not.toBe(here);
    expect(name('automation-server', 'postgres://u:one@host/db').slice(-16)).toBe(here.slice(-16));
    expect(name('automation-server', 'https://host/api')).toBe(
      name('automation-server', 'https://host/api/'),
    );
  });

  test('may be a database on a socket of this machine', () => {
    expect(locationOf('postgres:///rpa?host=/var/run')).toMatchObject({ kind: 'postgres', label: 'rpa' });
  });

  test('is a path when it is no URL, and means the same from any folder', () => {
    const { kind, given, label } = locationOf('data/010190-1234.db');
    expect({ kind, label }).toEqual({ kind: 'sqlite', label: 'XXXXXX-XXXX.db' });
    expect(given).toMatch(/^\/.*\/data\/010190-1234\.db$/);
  });
});
