/** Characters that move the cursor, colour the terminal or turn the direction of writing; line ends and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text as it may be written to a terminal, whatever a file's name or cell holds. */
export function printable(text: string): string {
  return text.replace(CONTROLS, '\ufffd');
}
