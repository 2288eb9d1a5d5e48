import { maskCpr } from '../privacy.ts';

/** One thing of a list: a name that leads somewhere, and what there is to say of it. */
export interface Item {
  title: string;
  href: string;
  lines: string[];
}

/** What a mail is made of; it is written as text and as HTML from the same. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'list'; items: Item[] }
  | { kind: 'figures'; columns: string[]; rows: { label: string; values: string[] }[] };

/** A mail's content as plain text. No CPR number is in it. */
export function plainText(blocks: readonly Block[]): string {
  return maskCpr(`${blocks.map(textOf).join('\n\n')}\n`);
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'link':
      return `${block.text}:\n${block.href}`;
    case 'list':
      return block.items.map((i) => [`* ${i.title}`, ...i.lines, i.href].join('\n  ')).join('\n\n');
    case 'figures':
      return block.rows
        .map(({ label, values }) =>
          [`${label}`, ...values.map((value, i) => `  ${block.columns[i]}: ${value}`)].join('\n'),
        )
        .join('\n');
  }
}

const INK = '#1c2a33';
const QUIET = '#52626d';
const LINK = '#0b5a7d';
const LINE = '#d5dde2';
const CELL = `padding:6px 12px 6px 0;border-bottom:1px solid ${LINE};vertical-align:top;text-align:left`;

/** The same as HTML that any mail program shows; every text is escaped. No CPR number is in it. */
export function html(title: string, blocks: readonly Block[]): string {
  const body = blocks.map(htmlOf).join('\n');
  return maskCpr(`<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body style="margin:0;background:#ffffff">
<div style="max-width:640px;margin:0 auto;padding:24px 16px;font:16px/1.5 Arial,Helvetica,sans-serif;color:${INK}">
${body}
</div>
</body>
</html>
`);
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escaped(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:28px 0 8px;font-size:18px;line-height:1.3">${escaped(block.text)}</h2>`;
    case 'link':
      return `<p style="margin:0 0 16px">${anchor(block.href, block.text)}</p>`;
    case 'list':
      return `<ul style="margin:0 0 16px;padding:0;list-style:none">${block.items.map(itemOf).join('')}</ul>`;
    case 'figures':
      return tableOf(block);
  }
}

function itemOf({ title, href, lines }: Item): string {
  const more = lines.map((line) => `<br><span style="color:${QUIET}">${escaped(line)}</span>`).join('');
  return `<li style="margin:0;padding:10px 0;border-bottom:1px solid ${LINE}">${anchor(href, title)}${more}</li>`;
}

function tableOf({ columns, rows }: Extract<Block, { kind: 'figures' }>): string {
  const head = ['', ...columns].map(
    (c) => `<th scope="col" style="${CELL};color:${QUIET}">${escaped(c)}</th>`,
  );
  const lines = rows.map(({ label, values }) => {
    const cells = values.map((value) => `<td style="${CELL}">${escaped(value)}</td>`);
    return `<tr><th scope="row" style="${CELL};font-weight:normal">${escaped(label)}</th>${cells.join('')}</tr>`;
  });
  return `<table style="border-collapse:collapse;width:100%;margin:0 0 16px;font-size:15px"><thead><tr>${head.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function anchor(href: string, text: string): string {
  return `<a href="${escaped(href)}" style="color:${LINK}">${escaped(text)}</a>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
}
