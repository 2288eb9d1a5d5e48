import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { CERTIFICATE } from './certificate.ts';
import { PACKET, packed } from './packets.ts';

/** So long after the first bytes of an answer the others have come: a handshake's answer is one packet. */
const FLIGHT_MS = 20;
const HEADER = 8;

/**
 * The inside of a connection that turns to TLS as SQL Server does: the handshake goes in packets, and what follows it
 * does not.
 */
export function secured(socket: Duplex): Duplex {
  let isHandshake = true;
  let flight: Buffer[] = [];
  const outside = new Duplex({
    read() {},
    write(chunk: Buffer, _, done) {
      if (!isHandshake) {
        socket.write(chunk, done);
        return;
      }
      if (flight.length === 0) setTimeout(send, FLIGHT_MS);
      flight.push(chunk);
      done();
    },
  });
  const send = () => {
    socket.write(packed(PACKET.prelogin, Buffer.concat(flight)));
    flight = [];
  };
  let waiting = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (isHandshake && waiting.length >= HEADER && waiting[0] === PACKET.prelogin) {
      const length = waiting.readUInt16BE(2);
      if (waiting.length < length) return;
      outside.push(waiting.subarray(HEADER, length));
      waiting = waiting.subarray(length);
    }
    if (waiting.length === 0) return;
    isHandshake = false;
    outside.push(waiting);
    waiting = Buffer.alloc(0);
  });
  socket.on('close', () => outside.push(null));
  const inside = new TLSSocket(outside, { isServer: true, ...CERTIFICATE });
  inside.on('error', () => socket.destroy());
  return inside;
}
