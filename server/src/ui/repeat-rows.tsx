import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { FieldHelp, fieldId } from './field.tsx'
import { useWords } from './words.tsx'

export interface RepeatRowsProps<Row> {
  /** The name of the group; its rows are named `name[0]`, `name[1]` … */
  readonly name: string
  readonly legend: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly rows: readonly Row[]
  /** The fields of a row. Name them `${prefix}[unit]`; the row is undefined in the empty row that is added. */
  readonly row: (row: Row | undefined, prefix: string, index: number) => ComponentChildren
  readonly addLabel?: string | undefined
  readonly max?: number | undefined
  /** `line` puts the fields of a row side by side, `card` gives each row a frame of its own. */
  readonly layout?: 'line' | 'card' | undefined
}

/** The button of a group of rows that was pressed, as the form sends it. */
export const rowsButton = 'rowsAct'

/**
 * A group of fields that may be repeated. Without scripts "add" and "remove" send the form, and the server shows it
 * again with `applyRowsAct`; with scripts the row comes and goes at once.
 */
export function RepeatRows<Row>(props: RepeatRowsProps<Row>) {
  const { t } = useWords()
  const { name, rows, max = 50, layout = 'line' } = props
  const id = fieldId(name)
  return (
    <fieldset
      class={`fieldset repeat repeat-${layout}`}
      id={id}
      tabIndex={-1}
      data-controller="repeat-rows"
      data-repeat-rows-max-value={max}
    >
      <legend>{props.legend}</legend>
      <FieldHelp id={id} hint={props.hint} error={props.error} />
      <div data-repeat-rows-target="list">
        {rows.map((row, index) => (
          // A row has no other identity than its place.
          <RowFrame key={index} name={name} index={index} number={index + 1}>
            {props.row(row, `${name}[${index}]`, index)}
          </RowFrame>
        ))}
      </div>
      <template data-repeat-rows-target="template">
        <RowFrame name={name} index="__row__" number="__number__">
          {props.row(undefined, `${name}[__row__]`, rows.length)}
        </RowFrame>
      </template>
      <div class="repeat-add">
        <Button icon="plus" name={rowsButton} value={`add:${name}`} unfinished size="small">
          {props.addLabel ?? t('ui.add_row')}
        </Button>
      </div>
    </fieldset>
  )
}

function RowFrame(props: {
  name: string
  index: number | string
  number: number | string
  children?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <fieldset
      class="repeat-row"
      aria-label={t('ui.row', { number: props.number })}
      data-repeat-rows-target="row"
    >
      <div class="repeat-fields">{props.children}</div>
      <Button
        kind="quiet"
        icon="trash"
        iconOnly
        name={rowsButton}
        value={`remove:${props.name}:${props.index}`}
        unfinished
      >
        {t('ui.remove_row', { number: props.number })}
      </Button>
    </fieldset>
  )
}

/**
 * The rows after the button "add" or "remove" of a group was pressed without scripts.
 *
 * @param act what the form sent under `rowsButton`; anything that is not of this group leaves the rows as they are
 */
export function applyRowsAct<Row>(
  act: string | undefined,
  name: string,
  rows: readonly Row[],
  empty: Row,
  max = 50,
): readonly Row[] {
  if (act === `add:${name}`) return rows.length < max ? [...rows, empty] : rows
  const removed = act?.startsWith(`remove:${name}:`)
    ? Number(act.slice(`remove:${name}:`.length))
    : Number.NaN
  return Number.isInteger(removed) ? rows.filter((_, index) => index !== removed) : rows
}
