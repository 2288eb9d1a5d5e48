import { describe, expect, test } from 'vitest';
import { locationOf } from '../../../etl/sources/pull/location.ts';
import { sqlServerOf } from '../../../etl/sources/pull/sqlServerUrl.ts';

const PLAIN = {
  server: 'sql1.kommune.dk',
  port: 1433,
  instance: null,
  database: 'OpenOrchestrator',
  user: 'reader',
  password: null,
  encrypt: true,
  trustsCertificate: false,
};

describe('the URL of a database of SQL Server', () => {
  test.each([
    ['mssql://reader@sql1.kommune.dk/OpenOrchestrator', {}],
    ['sqlserver://reader@SQL1.kommune.dk:1433/OpenOrchestrator/', {}],
    ['mssql+pyodbc://reader@sql1.kommune.dk/OpenOrchestrator?driver=ODBC+Driver+17+for+SQL+Server', {}],
    ['mssql://reader@sql1.kommune.dk:14330/OpenOrchestrator', { port: 14330 }],
    ['mssql://reader:p%40ss%2F%25@sql1.kommune.dk/OpenOrchestrator', { password: 'p@ss/%' }],
    [
      'mssql://reader@sql1.kommune.dk/OpenOrchestrator?instance=SQLEXPRESS',
      { port: null, instance: 'SQLEXPRESS' },
    ],
    [
      'mssql://reader:a@sql1.kommune.dk\\SQLEXPRESS/OpenOrchestrator',
      { port: null, instance: 'SQLEXPRESS', password: 'a' },
    ],
    [
      'mssql://reader@sql1.kommune.dk/OpenOrchestrator?encrypt=no&trustservercertificate=1',
      { encrypt: false, trustsCertificate: true },
    ],
    ['mssql://l%C3%A6ser@[fe80::1]/%C3%98konomi', { server: 'fe80::1', database: 'Økonomi', user: 'læser' }],
  ])('%s is read', (given, differs) => {
    expect(sqlServerOf(given)).toEqual({ ...PLAIN, ...differs });
  });

  test.each([
    ['no user', 'mssql://sql1/db', /^Windows login to SQL Server is not supported\. Have a SQL login made/],
    [
      'OpenOrchestrator’s own, with the login of Windows',
      'mssql+pyodbc://localhost\\SQLEXPRESS/OO?driver=ODBC',
      /^Windows/,
    ],
    ['a user of a domain', 'mssql://KOMMUNE\\abc:hemmelig@sql1/db', /^Windows login/],
    ['a trusted connection', 'mssql://reader@sql1/db?Trusted_Connection=yes', /^Windows login/],
    ['no database', 'mssql://reader@sql1', /names no database\. Expected mssql:\/\/user@host\/database\.$/],
    ['no host', 'mssql://reader:hemmelig@/db', /names no host|cannot be read/],
    ['a port after a comma', 'mssql://reader:hemmelig@sql1,1433/db', /with a port as mssql:/],
    ['port and instance', 'mssql://reader@sql1:1433/db?instance=A', /its instance, not both/],
    ['an option of another kind', 'mssql://reader@sql1/db?pwd=hemmelig', /Known are instance, encrypt and/],
    ['an answer that is neither', 'mssql://reader@sql1/db?encrypt=hemmelig', /expected encrypt=true or/],
    ['a password with a slash', 'mssql://reader:hemmelig/x@sql1/db', /in a password, \/ is written %2F/],
    ['a password with a percent sign', 'mssql://reader:hemmelig%@sql1/db', /a % in it is written %25\.$/],
    ['JDBC', 'jdbc:sqlserver://sql1;user=reader;password=hemmelig', /not as a connection string\.$/],
    ['ADO', 'Server=sql1;Database=db;User Id=r;Password=hemmelig', /not as a connection string\.$/],
    ['ODBC', 'DRIVER={ODBC Driver 17};PWD=hemmelig', /not as a connection string\.$/],
  ])('%s: an error that says what to write, and nothing of the URL', (_, given, message) => {
    let told = '';
    try {
      locationOf(given);
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-parameter' });
      told = (error as Error).message;
    }
    expect(told).toMatch(message);
    expect(told).not.toContain('hemmelig');
  });

  test('is shown without password and in one way, whatever way it was written in', () => {
    const shown = (given: string) => locationOf(given).shown;
    expect(locationOf('mssql://reader:hemmelig@SQL1/db?trustServerCertificate=true')).toEqual({
      given: 'mssql://reader:hemmelig@SQL1/db?trustServerCertificate=true',
      kind: 'mssql',
      shown: 'mssql://reader@sql1/db',
      label: 'sql1',
    });
    expect(shown('sqlserver://reader@sql1:1433/db')).toBe('mssql://reader@sql1/db');
    expect(shown('mssql://reader@sql1:1434/db')).toBe('mssql://reader@sql1:1434/db');
    expect(shown('mssql://reader@sql1\\sqlexpress/db')).toBe('mssql://reader@sql1/db?instance=SQLEXPRESS');
    expect(shown('mssql://reader@sql1/db?instance=SQLEXPRESS')).toBe(
      'mssql://reader@sql1/db?instance=SQLEXPRESS',
    );
    expect(shown('mssql://reader@[::1]/db')).toBe('mssql://reader@[::1]/db');
  });
});
