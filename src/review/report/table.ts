import { type Html, html } from './html.ts';

type Column = { readonly title: string; readonly align?: 'right' };

type Table = {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly Html[])[];
};

/** A table whose rows become cards on a narrow screen; the roles keep it a table for a screen reader even then. */
export const table = ({ caption, columns, rows }: Table): Html => html`
<table role="table" class="cards">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
  ({ title, align }) =>
    html`<th scope="col" role="columnheader" class="${align ?? 'left'}">${title}</th>`,
)}</tr></thead>
<tbody role="rowgroup">${rows.map(
  (row) => html`
<tr role="row">${row.map((cell, index) => cellOf(cell, columns[index], index === 0))}</tr>`,
)}
</tbody>
</table>`;

const cellOf = (cell: Html, column: Column | undefined, isHeader: boolean): Html =>
  isHeader
    ? html`<th scope="row" role="rowheader" class="${column?.align ?? 'left'}">${cell}</th>`
    : html`<td role="cell" class="${column?.align ?? 'left'}" data-label="${column?.title}"><div>${cell}</div></td>`;
