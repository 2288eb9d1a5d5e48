import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultPort, portNumber } from '../../server/config.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the port of demo and serve', () => {
  test('is that of the environment when no other is said, else 3000', () => {
    vi.stubEnv('PORT', '8080');
    expect(defaultPort()).toBe('8080');
    vi.stubEnv('PORT', '');
    expect(defaultPort()).toBe('3000');
    vi.stubEnv('PORT', undefined);
    expect(defaultPort()).toBe('3000');
  });

  test.each(['', ' ', '-1', '80.5', '1e3', '65536', 'http'])('%j is none', (port) => {
    expect(() => portNumber(port)).toThrow(/is no port \(--port, or PORT in the environment\)/);
  });

  test('0 lets the system choose', () => {
    expect(portNumber('0')).toBe(0);
    expect(portNumber('65535')).toBe(65_535);
  });
});
