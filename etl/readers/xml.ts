import { SaxesParser } from 'saxes';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';

/** Told of an XML file as it is read. Names are without their prefixes. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads an XML file, and pauses after each chunk, so that what has been told can be taken away.
 * @throws GevinstError `unreadable-file`
 */
export async function* readXml(
  file: Bytes,
  events: XmlEvents,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => events.open?.(local(name), attributes));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ name }) => events.close?.(local(name)));
  parser.on('error', () => {
    throw unreadableFile('damaged-workbook', 'The workbook is damaged: Excel may be able to repair it.', {});
  });
  const decoder = new TextDecoder();
  for await (const chunk of file.chunks(onBytes)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.close();
}

/** Reads an XML file to its end. */
export async function readWholeXml(file: Bytes, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(file, events));
}
