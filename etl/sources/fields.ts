import type { Row, Rows } from '../readers/rows.ts';

/** The cells of a table's rows by the name of their column, whose case and spaces around do not matter. */
export class Fields {
  readonly #at = new Map<string, number>();
  #known = 0;

  /** @param nothing texts that say that a cell is blank */
  constructor(
    private readonly rows: Rows,
    private readonly nothing: ReadonlySet<string> = new Set(),
  ) {
    this.#learn();
  }

  has(column: string): boolean {
    return this.#at.has(even(column));
  }

  /** The first of the columns' cells that is not blank, without white space around it; '' when there is none. */
  text(row: Row, ...columns: readonly string[]): string {
    if (this.rows.header.length !== this.#known) this.#learn();
    for (const column of columns) {
      const place = this.#at.get(column) ?? this.#at.get(even(column));
      const cell = place === undefined ? '' : (row.cells[place]?.trim() ?? '');
      if (cell !== '' && !this.nothing.has(cell)) return cell;
    }
    return '';
  }

  #learn(): void {
    for (const [place, name] of this.rows.header.entries()) {
      if (!this.#at.has(even(name))) this.#at.set(even(name), place);
      if (!this.#at.has(name)) this.#at.set(name, place);
    }
    this.#known = this.rows.header.length;
  }
}

function even(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
