/** The letters of bytes 80 to 9F; those that are not assigned stay control characters, as the web decodes them. */
const LETTERS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const CONTROLS = /[\x80-\x9f]/g;

/** Windows-1252 as text. Node's own decoder of that name gives ISO-8859-1 in some versions, where € is a control character. */
export function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(CONTROLS, (char) => LETTERS[char.charCodeAt(0) - 0x80] ?? char);
}
