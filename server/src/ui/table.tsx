import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { listName } from './field.tsx'
import { Icon } from './icon.tsx'
import { EmptyState } from './notice.tsx'
import { useWords } from './words.tsx'

/**
 * How a column looks, and where it stands when the table turns into cards on a narrow screen: `title` heads the
 * card, `code` and `state` share its first line, the others follow with their names. `actions` ends it.
 */
export type ColumnKind = 'text' | 'title' | 'code' | 'number' | 'date' | 'state' | 'actions'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ComponentChildren
  readonly kind?: ColumnKind | undefined
  /** The link that sorts by this column, and the direction it is sorted in now. */
  readonly sort?:
    | { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined }
    | undefined
  /** The header is read out but not shown. */
  readonly headerHidden?: boolean | undefined
}

export interface Selection<Row> {
  /** The name under which the chosen rows are sent. */
  readonly name: string
  /** The id of the form that the buttons above the table belong to. */
  readonly form: string
  readonly value: (row: Row) => string
  readonly label: (row: Row) => string
  readonly chosen?: ((row: Row) => boolean) | undefined
  /** The id of a row's tick, where a summary of errors points to it. */
  readonly id?: ((row: Row) => string) | undefined
  /** The buttons, each with `form` set to the same id. */
  readonly actions: ComponentChildren
}

export interface DataTableProps<Row> {
  /** What the table lists; read out, and shown above it where `captionShown`. */
  readonly caption: string
  readonly captionShown?: boolean | undefined
  readonly columns: ReadonlyArray<Column<Row>>
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowTone?: ((row: Row) => 'late' | 'mine' | undefined) | undefined
  readonly selection?: Selection<Row> | undefined
  /** What is said where there are no rows. */
  readonly empty?: ComponentChildren
  /** A last row of sums, by column key. */
  readonly totals?: Readonly<Record<string, ComponentChildren>> | undefined
  /** Stays a table on a narrow screen: for few and short columns. */
  readonly compact?: boolean | undefined
}

/** As cards the rows are boxes, which takes the roles of a table away: they are said. A table that stays one has them. */
const roleIn = (table: { readonly compact?: boolean | undefined }) =>
  table.compact ? () => undefined : <Role extends string>(role: Role) => role

/** A list of things: a table on a wide screen and on paper, cards on a narrow one. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useWords()
  const { columns, rows, selection } = props
  const role = roleIn(props)
  if (rows.length === 0) return <div class="table-frame">{props.empty ?? <EmptyState />}</div>
  return (
    <div class="table-frame" data-controller={selection ? 'select-all' : undefined}>
      {selection && <SelectionBar selection={selection} />}
      <table class={classes('table', props.compact ? 'table-compact' : 'table-cards')} role={role('table')}>
        <caption class={props.captionShown ? undefined : 'hidden-visually'}>{props.caption}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {selection && (
              <th class="c-pick" role={role('columnheader')} scope="col">
                <span class="hidden-visually">{t('ui.select_rows')}</span>
              </th>
            )}
            {columns.map((column) => (
              <Header key={column.key} column={column as Column<unknown>} role={role('columnheader')} />
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <BodyRow key={props.rowKey(row)} row={row} table={props} />
          ))}
        </tbody>
        {props.totals && <Totals table={props} totals={props.totals} />}
      </table>
    </div>
  )
}

function Header({ column, role }: { column: Column<unknown>; role: 'columnheader' | undefined }) {
  const { t } = useWords()
  const { sort, header } = column
  const icon =
    sort?.direction === 'ascending'
      ? 'arrow-up'
      : sort?.direction === 'descending'
        ? 'arrow-down'
        : 'selector'
  return (
    <th class={`c-${column.kind ?? 'text'}`} role={role} scope="col" aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href} title={t('ui.sort_by', { column: header })}>
          {header}
          <Icon name={icon} size={14} />
        </a>
      ) : (
        <span class={column.headerHidden ? 'hidden-visually' : undefined}>{header}</span>
      )}
    </th>
  )
}

function BodyRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { t } = useWords()
  const { selection, columns } = table
  const role = roleIn(table)
  const tone = table.rowTone?.(row)
  return (
    <tr role={role('row')} class={tone && `row-${tone}`}>
      {selection && (
        <td class="c-pick" role={role('cell')}>
          <input
            type="checkbox"
            id={selection.id?.(row)}
            name={listName(selection.name)}
            value={selection.value(row)}
            form={selection.form}
            checked={selection.chosen?.(row)}
            aria-label={t('ui.select_row', { name: selection.label(row) })}
            data-select-all-target="row"
            data-action="select-all#count"
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          role={role('cell')}
          class={`c-${column.kind ?? 'text'}`}
          // Cards say the column next to each value; a table that stays one does not.
          data-label={column.headerHidden || table.compact ? undefined : column.header}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

function Totals<Row>({
  table,
  totals,
}: {
  table: DataTableProps<Row>
  totals: Readonly<Record<string, ComponentChildren>>
}) {
  const role = roleIn(table)
  return (
    <tfoot role={role('rowgroup')}>
      <tr role={role('row')}>
        {table.selection && <td role={role('cell')} />}
        {table.columns.map((column) => (
          <td
            key={column.key}
            role={role('cell')}
            class={`c-${column.kind ?? 'text'}`}
            data-label={table.compact ? undefined : column.header}
          >
            {totals[column.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function SelectionBar<Row>({ selection }: { selection: Selection<Row> }) {
  const { t } = useWords()
  return (
    <div class="select-bar" data-select-all-target="bar">
      {/* Shown by its controller: without scripts the rows are ticked one by one. */}
      <input
        type="checkbox"
        hidden
        aria-label={t('ui.select_all')}
        data-select-all-target="all"
        data-action="select-all#toggle"
      />
      <span
        class="select-count"
        data-select-all-target="count"
        data-none={t('ui.select_none')}
        data-some={t('ui.selected', { count: '{count}' })}
        aria-live="polite"
      >
        {t('ui.select_none')}
      </span>
      <div class="cluster">{selection.actions}</div>
    </div>
  )
}
