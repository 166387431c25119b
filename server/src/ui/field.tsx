import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** What every field has. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  /** What was typed; shown again as it was, right or wrong. */
  readonly value?: string | number | null | undefined
  /** The message that says what to correct. */
  readonly error?: string | undefined
  readonly hint?: ComponentChildren
  /** False by default; what may be left empty says so next to its label. */
  readonly optional?: boolean | undefined
  /** The label is read out but not shown: in a table, a filter, a row of fields with a heading. */
  readonly labelHidden?: boolean | undefined
  readonly id?: string | undefined
  readonly width?: 'full' | 'half' | 'short' | undefined
  readonly readOnly?: boolean | undefined
}

/**
 * The id of the control of a field, to which its label and the summary of errors point. The name of a field
 * (`targets[0][measure]`) and the path of its error (`targets.0.measure`) give the same id.
 */
export function fieldId(name: string): string {
  return `f-${name
    .split(/[^\p{L}\p{N}_-]+/u)
    .filter(Boolean)
    .join('-')}`
}

/** The name under which any number of values are sent: under a name without brackets only the last one would count. */
export const listName = (name: string): string => (name.endsWith('[]') ? name : `${name}[]`)

/** The attributes that tie a control to its label, hint and error. */
export function controlProps(props: FieldProps, describedBy?: string) {
  const id = props.id ?? fieldId(props.name)
  const ids = [props.hint && `${id}-hint`, describedBy, props.error && `${id}-error`].filter(Boolean)
  return {
    id,
    name: props.name,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    // aria-required and not required: the server says what is missing, in the reader's language.
    'aria-required': props.optional ? undefined : ('true' as const),
    readOnly: props.readOnly,
  }
}

const SaysOptional = createContext(true)

/** Fields of which none has to be filled in, as in a filter: that is not said next to each. */
export function NothingRequired({ children }: { children?: ComponentChildren }) {
  return <SaysOptional.Provider value={false}>{children}</SaysOptional.Provider>
}

export function OptionalNote() {
  const { t } = useWords()
  return useContext(SaysOptional) && <span class="optional"> ({t('ui.optional')})</span>
}

/** A label, a control, what helps and what is wrong, tied together. */
export function Field(props: FieldProps & { readonly children?: ComponentChildren }) {
  const id = props.id ?? fieldId(props.name)
  return (
    <div class={classes('field', `field-${props.width ?? 'full'}`, props.error && 'field-wrong')}>
      <label for={id} class={props.labelHidden ? 'hidden-visually' : undefined}>
        {props.label}
        {props.optional && <OptionalNote />}
      </label>
      <FieldHelp {...props} id={id} />
      {props.children}
    </div>
  )
}

/** The hint and the error of a field or of a group of choices. */
export function FieldHelp({
  id,
  hint,
  error,
}: {
  id: string
  hint?: ComponentChildren
  error?: string | undefined
}) {
  const { t } = useWords()
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert-circle" size={16} />
          <span>
            <span class="hidden-visually">{t('ui.error_prefix')} </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'search' | 'tel' | 'url' | 'email' | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly autoComplete?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly prefix?: ComponentChildren
  readonly suffix?: ComponentChildren
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const input = (
    <input
      {...controlProps(props)}
      // Each type is of its own in the attributes' types; all six take the same ones that we give.
      type={(props.type ?? 'text') as 'text'}
      class="control"
      value={props.value ?? ''}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      autocomplete={props.autoComplete ?? 'off'}
      autofocus={props.autoFocus}
    />
  )
  return (
    <Field {...props}>
      {props.prefix || props.suffix ? (
        <div class="affixed">
          {props.prefix && <span class="affix">{props.prefix}</span>}
          {input}
          {props.suffix && <span class="affix">{props.suffix}</span>}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

/** A number written the reader's way (1.234,5); its unit stands next to it. */
export function NumberField(
  props: FieldProps & { readonly unit?: string | undefined; readonly whole?: boolean | undefined },
) {
  return (
    <Field {...props}>
      <div class="affixed">
        <input
          {...controlProps(props)}
          type="text"
          inputMode={props.whole ? 'numeric' : 'decimal'}
          class="control number"
          value={props.value ?? ''}
          autocomplete="off"
        />
        {props.unit && <span class="affix">{props.unit}</span>}
      </div>
    </Field>
  )
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & {
    readonly rows?: number | undefined
    readonly maxLength?: number | undefined
    readonly placeholder?: string | undefined
  },
) {
  return (
    <Field {...props}>
      <textarea
        {...controlProps(props)}
        class="control"
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  )
}
