import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { controlProps, Field, FieldHelp, type FieldProps, fieldId, listName, OptionalNote } from './field.tsx'
import { useWords } from './words.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  readonly closed?: boolean | undefined
}

export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

export interface SelectProps extends FieldProps {
  readonly options?: readonly Option[] | undefined
  readonly groups?: readonly OptionGroup[] | undefined
  /** The first, empty choice; false leaves it out. */
  readonly empty?: string | false | undefined
  readonly onChangeSubmit?: boolean | undefined
}

// Above this, finding by eye takes longer than typing three letters.
const SEARCH_FROM = 30

/** One of several choices. From about thirty on it becomes searchable, accents aside. */
export function Select(props: SelectProps) {
  const { t } = useWords()
  const count =
    (props.options?.length ?? 0) + (props.groups ?? []).reduce((sum, group) => sum + group.options.length, 0)
  const searchable = count > SEARCH_FROM
  return (
    <Field {...props}>
      <select
        {...controlProps(props)}
        aria-label={searchable ? props.label : undefined}
        class="control"
        data-controller={searchable ? 'searchable-select' : undefined}
        data-searchable-select-placeholder-value={
          searchable ? props.empty || t('ui.choose_typed') : undefined
        }
        data-searchable-select-none-value={searchable ? t('ui.no_match') : undefined}
      >
        {props.empty !== false && <option value="">{props.empty ?? t('ui.choose')}</option>}
        <Options options={props.options ?? []} value={props.value} />
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} value={props.value} />
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

function Options({ options, value }: { options: readonly Option[]; value: FieldProps['value'] }) {
  return (
    <>
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          selected={option.value === String(value ?? '')}
          disabled={option.closed}
        >
          {option.label}
        </option>
      ))}
    </>
  )
}

export interface Choice {
  readonly value: string
  readonly label: ComponentChildren
  readonly description?: ComponentChildren
  /** Chooses it, where nobody is typing (`shortcut`). */
  readonly keyName?: string | undefined
  /** Why this choice is not open. */
  readonly closedReason?: string | undefined
}

type GroupProps = Omit<FieldProps, 'value'> & {
  readonly choices: readonly Choice[]
  readonly layout?: 'stack' | 'cards' | 'inline' | 'segments' | undefined
}

/** One of a few choices, all of them seen, each with a sentence where the name does not say it. */
export function RadioGroup(props: GroupProps & { readonly value?: string | null | undefined }) {
  return <Group {...props} type="radio" chosen={(value) => value === props.value} />
}

/** Any number of a few choices. */
export function CheckboxGroup(props: GroupProps & { readonly values?: readonly string[] | undefined }) {
  return (
    <Group
      {...props}
      name={listName(props.name)}
      type="checkbox"
      chosen={(value) => props.values?.includes(value) ?? false}
    />
  )
}

function Group(
  props: GroupProps & { readonly type: 'radio' | 'checkbox'; readonly chosen: (value: string) => boolean },
) {
  const id = props.id ?? fieldId(props.name)
  const describedBy = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      class={classes('field', 'choices', `choices-${props.layout ?? 'stack'}`, props.error && 'field-wrong')}
      aria-describedby={describedBy || undefined}
    >
      <legend class={props.labelHidden ? 'hidden-visually' : undefined}>
        {props.label}
        {props.optional && <OptionalNote />}
      </legend>
      <FieldHelp {...props} id={id} />
      <div class="choices-list">
        {props.choices.map((choice, index) => (
          <ChoiceLine
            key={choice.value}
            {...choice}
            // The summary of errors points to the group: its first choice takes the group's id.
            id={index === 0 ? id : `${id}-${index}`}
            name={props.name}
            type={props.type}
            checked={props.chosen(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function ChoiceLine(
  props: Choice & {
    readonly id: string
    readonly name: string
    readonly type: 'radio' | 'checkbox'
    readonly checked: boolean
  },
) {
  const more = props.closedReason ?? props.description
  return (
    <div class="choice">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.value}
        checked={props.checked}
        data-key={props.keyName}
        disabled={props.closedReason !== undefined}
        aria-describedby={more ? `${props.id}-more` : undefined}
      />
      <label for={props.id}>{props.label}</label>
      {more && (
        <p class="hint" id={`${props.id}-more`}>
          {more}
        </p>
      )}
    </div>
  )
}

/** A single yes or no. Unticked, it sends nothing. */
export function Checkbox(
  props: Omit<FieldProps, 'value'> & {
    readonly checked?: boolean | undefined
    readonly value?: string | undefined
  },
) {
  const control = controlProps({ ...props, value: undefined, optional: true })
  return (
    <div class={classes('field', props.error && 'field-wrong')}>
      <div class="choice">
        <input {...control} type="checkbox" value={props.value ?? 'on'} checked={props.checked} />
        <label for={control.id}>{props.label}</label>
      </div>
      <FieldHelp {...props} id={control.id} />
    </div>
  )
}
