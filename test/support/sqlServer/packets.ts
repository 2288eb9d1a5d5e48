import type { Duplex } from 'node:stream';

/** What a packet of the TDS protocol is, by its first byte. */
export const PACKET = { batch: 0x01, rpc: 0x03, answer: 0x04, attention: 0x06, login: 0x10, prelogin: 0x12 };

const HEADER = 8;
const LARGEST = 32_000;

export interface Message {
  type: number;
  data: Buffer;
}

/** Whole messages as they come, each put together from its packets. */
export async function* messagesOf(stream: Duplex): AsyncIterable<Message> {
  let waiting = Buffer.alloc(0);
  let data: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= HEADER && waiting.length >= waiting.readUInt16BE(2)) {
      const length = waiting.readUInt16BE(2);
      data.push(waiting.subarray(HEADER, length));
      if (waiting.readUInt8(1) & 1) {
        yield { type: waiting.readUInt8(0), data: Buffer.concat(data) };
        data = [];
      }
      waiting = waiting.subarray(length);
    }
  }
}

/** A message cut into packets. */
export function packed(type: number, data: Buffer): Buffer {
  const packets: Buffer[] = [];
  for (let from = 0; from === 0 || from < data.length; from += LARGEST) {
    const part = data.subarray(from, from + LARGEST);
    const header = Buffer.alloc(HEADER);
    header.writeUInt8(type, 0);
    header.writeUInt8(from + LARGEST >= data.length ? 1 : 0, 1);
    header.writeUInt16BE(HEADER + part.length, 2);
    packets.push(header, part);
  }
  return Buffer.concat(packets);
}
