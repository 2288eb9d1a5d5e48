import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  attentionAnswer,
  doneAnswer,
  errorAnswer,
  loginAnswer,
  preloginAnswer,
  resultAnswer,
  SqlError,
} from './answers.ts';
import { TSqlDatabase } from './database.ts';
import { type Message, messagesOf, PACKET, packed } from './packets.ts';
import { batchOf, executeSqlOf, type Login, loginOf, type Statement } from './requests.ts';
import { secured } from './secured.ts';

/** A server that speaks SQL Server's protocol (TDS 7.4) on a port of its own, and answers from a `TSqlDatabase`. */
export class SqlServerInTest {
  readonly database = new TSqlDatabase();
  readonly logins: Login[] = [];
  readonly statements: Statement[] = [];
  user = 'reader';
  password = 'hemmelig';
  hasEncryption = false;
  /** What is said to a login that is not taken. */
  loginErrors: SqlError[] = [];
  /** Called before a statement is run; an error it throws is the answer, and `false` is none at all. */
  before: (statement: Statement) => boolean | undefined = () => undefined;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.#sockets.add(socket);
    // A client that goes away is no concern of the test.
    socket.on('error', () => {});
    this.#serve(socket).catch(() => socket.destroy());
  });

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts the connections that there are. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  /** Ends the connections that there are, and waits until their clients have noticed. */
  async end(): Promise<void> {
    const open = [...this.#sockets].filter((socket) => !socket.closed);
    this.#sockets.clear();
    await Promise.all(open.map((socket) => once(socket.end(), 'close')));
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(socket: Socket): Promise<void> {
    if (!this.hasEncryption) return this.#session(socket);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write(packed(PACKET.answer, preloginAnswer(1)));
    await this.#session(secured(socket));
  }

  async #session(stream: Duplex): Promise<void> {
    let isWaiting = false;
    for await (const message of messagesOf(stream)) {
      // What was waited for is ended first, and then the wish to end it is answered.
      if (message.type === PACKET.attention && isWaiting) stream.write(packed(PACKET.answer, doneAnswer()));
      const answer = this.#answer(message);
      isWaiting = answer === null;
      if (answer) stream.write(packed(PACKET.answer, answer));
    }
  }

  #answer({ type, data }: Message): Buffer | null {
    switch (type) {
      case PACKET.prelogin:
        return preloginAnswer(2);
      case PACKET.login:
        return this.#login(loginOf(data));
      case PACKET.attention:
        return attentionAnswer();
      case PACKET.batch:
        this.statements.push(batchOf(data));
        return doneAnswer();
      default:
        return this.#run(executeSqlOf(data));
    }
  }

  #login(login: Login): Buffer {
    this.logins.push(login);
    if (this.loginErrors.length > 0) return errorAnswer(...this.loginErrors);
    if (login.user === this.user && login.password === this.password) return loginAnswer();
    return errorAnswer(new SqlError(18456, `Login failed for user '${login.user}'.`));
  }

  #run(statement: Statement): Buffer | null {
    this.statements.push(statement);
    try {
      if (this.before(statement) === false) return null;
      return resultAnswer(this.database.query(statement));
    } catch (error) {
      if (error instanceof SqlError) return errorAnswer(error);
      return errorAnswer(new SqlError(50_000, (error as Error).message));
    }
  }
}
