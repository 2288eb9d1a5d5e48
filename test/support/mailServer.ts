import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server of a test's own, which takes what it is sent; `refused` are addresses that it takes nothing for. */
export interface MailServer {
  url: string;
  received: Email[];
  refused: Set<string>;
  close(): Promise<void>;
}

/**
 * Listens on a free port; with `password` it takes mail from the user `gevinst` only, and with a certificate it offers
 * STARTTLS.
 */
export async function startMailServer(
  password?: string,
  certificate?: { key: string; cert: string },
): Promise<MailServer> {
  const received: Email[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    ...certificate,
    disabledCommands: [
      ...(certificate === undefined ? ['STARTTLS' as const] : []),
      ...(password === undefined ? ['AUTH' as const] : []),
    ],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) => {
      if (auth.username === 'gevinst' && auth.password === password) done(null, { user: 'gevinst' });
      else done(new Error('Wrong name or password'));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (refused.has(address)) done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      else done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        received.push(await PostalMime.parse(Buffer.concat(chunks)));
        done();
      });
    },
  });
  // A sender that goes away in the middle is no concern of the test.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const user = password === undefined ? '' : `gevinst:${encodeURIComponent(password)}@`;
  return {
    url: `smtp://${user}127.0.0.1:${port}`,
    received,
    refused,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
