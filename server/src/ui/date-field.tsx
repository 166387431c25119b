import { controlProps, Field, type FieldProps, fieldId } from './field.tsx'
import { formatDateInput } from './format.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

export interface DateInputProps extends FieldProps {
  readonly small?: boolean | undefined
}

// A date of the database is shown as dd/mm/yyyy; whatever else was typed is shown as it was.
function shown(value: FieldProps['value']): string {
  const text = String(value ?? '')
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDateInput(text) : text
}

/** The bare control of a date, for a bar that has its own label; in a form use `DateField`. */
export function DateInput(props: DateInputProps) {
  const { t } = useWords()
  return (
    <span
      class={props.small ? 'date date-small' : 'date'}
      data-controller="date-picker"
      data-date-picker-words-value={JSON.stringify([
        t('ui.calendar'),
        t('ui.previous_month'),
        t('ui.next_month'),
        t('ui.today'),
      ])}
    >
      <input
        {...controlProps(props)}
        aria-label={props.label}
        type="text"
        inputMode="numeric"
        class="control number"
        value={shown(props.value)}
        placeholder={t('ui.date_placeholder')}
        maxLength={10}
        autocomplete="off"
        data-date-picker-target="field"
      />
      {/* Shown by its controller; typing is enough without scripts. */}
      <button
        type="button"
        class="date-open"
        hidden
        aria-label={t('ui.open_calendar')}
        aria-expanded="false"
        data-date-picker-target="open"
        data-action="date-picker#toggle"
      >
        <Icon name="calendar" size={18} />
      </button>
    </span>
  )
}

/** A calendar date, typed as day/month/year in either language, with a small calendar next to it. */
export function DateField(props: FieldProps & { readonly example?: string | undefined }) {
  const { t } = useWords()
  const hint = props.hint ?? t('ui.date_hint', { example: props.example ?? '31/12/2022' })
  return (
    <Field {...props} hint={hint} width={props.width ?? 'short'} id={props.id ?? fieldId(props.name)}>
      <DateInput {...props} hint={hint} />
    </Field>
  )
}
