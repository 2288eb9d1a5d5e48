/**
 * A header or code name with its spelling evened out, so that `Overordnet_afdeling`, `overordnet afdeling`, `før`,
 * `foer` and `for` meet: lower case, letters and digits only, æ ø å as ae o a and their ASCII spellings alike.
 */
export function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('oe', 'o')
    .replaceAll('aa', 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}
