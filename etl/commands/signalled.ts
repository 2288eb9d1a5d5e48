/** Aborted on Ctrl-C and on a service manager's request; a second one ends the process at once. */
export function signalled(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
