import type { Feature } from 'write-excel-file/node';
import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { FileContent } from './content.ts';
import type { TemplateColumn, TemplateSheet } from './sheets.ts';

const LAST_ROW = 2000;
const LONGEST_PROMPT = 255;
const SHEET = 'xl/worksheets/sheet{id}.xml';

/** How the cells of a column are formatted; each number is the format's own in every workbook, or one of ours. */
const FORMATS = [
  { name: 'general', id: 0, code: null },
  { name: 'code', id: 49, code: null },
  { name: 'day', id: 190, code: 'dd-mm-yyyy' },
  { name: 'instant', id: 191, code: 'dd-mm-yyyy hh:mm' },
  { name: 'kroner', id: 4, code: null },
  { name: 'count', id: 3, code: null },
] as const;

/** Where our styles are among the workbook's: after those of the library, which are numbered before the last is known. */
const FIRST_STYLE = 100;

/**
 * What the library has no words for: columns with a format of their own, lists to choose from, hints beside the
 * cells, and a lock on the columns that fill themselves.
 * @param sheets in the workbook's order; null for one that is not to be filled in
 */
export function templateFeature(sheets: readonly (TemplateSheet | null)[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: withFormats },
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            const sheet = sheets[sheetIndex];
            return sheet ? finished(xml, sheet, sheets) : xml;
          },
        },
      },
    },
  };
}

/** Appends a style for each format, open to be written in, and then a locked one. */
function withFormats(styles: string): string {
  const used = styles.slice(styles.indexOf('<cellXfs')).split('<xf ').length - 1;
  if (used > FIRST_STYLE) throw new Error(`The template has ${used} styles of its own.`);
  const plain = '<xf numFmtId="0"/>'.repeat(FIRST_STYLE - used);
  const open = FORMATS.map(
    ({ id }) =>
      `<xf numFmtId="${id}" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>`,
  ).join('');
  const locked = '<xf numFmtId="0" applyProtection="1"><protection locked="1"/></xf>';
  const custom = FORMATS.flatMap(({ id, code }) =>
    code === null ? [] : [`<numFmt numFmtId="${id}" formatCode="${code}"/>`],
  );
  const own = findElement(styles, 'numFmts');
  const count = Number(own?.openingTagAttributes.count ?? 0) + custom.length;
  return styles
    .replace(/<cellXfs count="\d+">/, `<cellXfs count="${FIRST_STYLE + FORMATS.length + 1}">`)
    .replace('</cellXfs>', `${plain}${open}${locked}</cellXfs>`)
    .replace(/<numFmts count="\d+">/, '')
    .replace('</numFmts>', '')
    .replace(/(<styleSheet[^>]*>)/, `$1<numFmts count="${count}">${custom.join('')}`)
    .replace('<fonts', '</numFmts><fonts');
}

function finished(xml: string, sheet: TemplateSheet, sheets: readonly (TemplateSheet | null)[]): string {
  const { columns } = sheet;
  const cols = columns.map((column, i) => {
    const style = FIRST_STYLE + (column.fixed === null ? formatOf(column) : FORMATS.length);
    return `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" customWidth="1" style="${style}"/>`;
  });
  const found = findElement(xml, 'cols');
  if (!found) throw new Error('The sheet has no columns.');
  let text = replaceElement(xml, found, `<cols>${cols.join('')}</cols>`);
  if (columns.some(({ fixed }) => fixed !== null)) {
    text = inserted(
      text,
      '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" sort="0" autoFilter="0"/>',
    );
  }
  const validations = columns.flatMap((column, i) => validationsOf(column, letter(i), sheets));
  return inserted(
    text,
    `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`,
  );
}

function inserted(xml: string, markup: string): string {
  const order = getOrderOfSiblings(SHEET, 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
}

function formatOf({ kind, isCode }: TemplateColumn): number {
  const name = isCode ? 'code' : kind;
  const index = FORMATS.findIndex((format) => format.name === name);
  return Math.max(0, index);
}

/** In characters of the usual font. */
export function widthOf({ header, kind, choices, isCode }: TemplateColumn): number {
  const longest = Math.max(header.length + 3, ...choices.map((choice) => choice.length + 4));
  const usual = kind === 'instant' ? 18 : kind === 'text' && !isCode ? 28 : 13;
  return Math.max(usual, longest);
}

function validationsOf(
  column: TemplateColumn,
  at: string,
  sheets: readonly (TemplateSheet | null)[],
): string[] {
  const [what] = column.guide;
  const need = column.fixed !== null ? '' : column.required ? ' Skal udfyldes.' : ' Kan være tom.';
  const prompt = attributes({
    showInputMessage: 1,
    promptTitle: column.header,
    prompt: `${what}${need}`.slice(0, LONGEST_PROMPT),
  });
  const range = `${at}2:${at}${LAST_ROW}`;
  const rule = column.fixed === null ? ruleOf(column, sheets) : null;
  return [
    `<dataValidation sqref="${at}1" ${prompt}/>`,
    rule === null
      ? `<dataValidation sqref="${range}" ${prompt}/>`
      : `<dataValidation sqref="${range}" allowBlank="1" ${attributes(rule.attributes)} ${prompt}>${rule.formulas}</dataValidation>`,
  ];
}

interface Rule {
  attributes: Record<string, string | number>;
  formulas: string;
}

/** What may be written in a column; null for anything. */
function ruleOf(column: TemplateColumn, sheets: readonly (TemplateSheet | null)[]): Rule | null {
  const { choices, refers, kind } = column;
  if (choices.length > 0) {
    return {
      attributes: { type: 'list', showErrorMessage: 1, errorTitle: column.header, error: 'Vælg på listen.' },
      formulas: formula(`"${choices.join(',')}"`),
    };
  }
  const source =
    refers && sheets.find((sheet) => sheet?.table === refers && sheet.columns[0]?.fixed === null);
  if (source) {
    // What was loaded earlier need not be written again, so other codes may be typed.
    return { attributes: { type: 'list' }, formulas: formula(`'${source.name}'!$A$2:$A$${LAST_ROW}`) };
  }
  const between = (type: string, least: string, most: string, error: string): Rule => ({
    attributes: { type, operator: 'between', showErrorMessage: 1, errorTitle: column.header, error },
    formulas: formula(least) + formula(most, 2),
  });
  if (kind === 'percent')
    return between('decimal', '1', '100', 'Skriv et tal fra 1 til 100. 50 betyder 50 %.');
  if (kind === 'count') return between('whole', '0', '2000000000', 'Skriv et helt tal.');
  return null;
}

function formula(text: string, which = 1): string {
  return `<formula${which}>${sanitizeTextContent(text)}</formula${which}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${sanitizeAttributeValue(String(value))}"`)
    .join(' ');
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
}
