import type { ComponentChildren } from 'preact'
import { type Autosave, AutosaveStatus, autosaveAttributes } from './autosave.tsx'
import { classes } from './class-names.ts'
import { useWords } from './words.tsx'

export interface FormProps {
  /** The form's own address: after a 422 without scripts it stays in the bar, and must answer GET too. */
  readonly action: string
  readonly method?: 'get' | 'post' | undefined
  /** Where files are sent. */
  readonly upload?: boolean | undefined
  /** The version of the thing that is changed; a change by somebody else since then is caught with it. */
  readonly version?: number | string | undefined
  /** Makes a repeated sending of this form one act. */
  readonly idempotencyKey?: string | undefined
  readonly hidden?: Readonly<Record<string, string | number | undefined>> | undefined
  /** What Enter does in a field, where the first button is not the one that should be pressed. */
  readonly enter?: { readonly name: string; readonly value: string } | undefined
  /** Warns before unsaved typing is left behind. */
  readonly guard?: boolean | undefined
  /** Keeps what is typed on the server, quietly; its status line is the caller's to place. */
  readonly autosave?: Autosave | undefined
  /** The same for a form that is known by its address; says itself when it was kept, at its end. */
  readonly typing?: Omit<Autosave, 'baseVersion'> | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly layout?: 'stack' | 'inline' | undefined
  readonly frame?: string | undefined
  /** Sent by the browser itself and not by Turbo, which takes no answer but a redirect: for what is shown once. */
  readonly plain?: boolean | undefined
  readonly children?: ComponentChildren
}

/** A form whose rules are the server's: the browser's own bubbles are off, because they speak its language. */
export function Form(props: FormProps) {
  const { t } = useWords()
  const { method = 'post', layout = 'stack', enter, guard, upload, typing } = props
  const autosave = props.autosave ?? (typing && { ...typing, baseVersion: 0 })
  return (
    <form
      action={props.action}
      method={method}
      id={props.id}
      class={classes('form', `form-${layout}`)}
      enctype={upload ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
      data-turbo={props.plain ? 'false' : undefined}
      data-turbo-frame={props.frame}
      data-controller={classes(guard && 'dirty-form', autosave && 'autosave') || undefined}
      {...autosaveAttributes(autosave)}
      data-dirty-form-message-value={guard ? t('ui.unsaved') : undefined}
    >
      {/* Enter presses the first button of a form, which may be "remove this row". */}
      {enter && (
        <button
          type="submit"
          class="hidden-visually"
          name={enter.name}
          value={enter.value}
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      <Hidden name="version" value={props.version} />
      <Hidden name="idempotencyKey" value={props.idempotencyKey} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {props.children}
      {typing && <AutosaveStatus sends />}
    </form>
  )
}

/** A value that the form carries unseen; nothing if there is none. */
export function Hidden({ name, value }: { name: string; value: string | number | undefined }) {
  return value === undefined ? null : <input type="hidden" name={name} value={value} />
}

/** A part of a form under its own heading. */
export function FieldSet({
  legend,
  lead,
  children,
}: {
  legend: string
  lead?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {lead && <p class="hint">{lead}</p>}
      {children}
    </fieldset>
  )
}

/** A field and the button that belongs to it, on one line. */
export function FieldButton({ children }: { children?: ComponentChildren }) {
  return <div class="field-button">{children}</div>
}

/** Fields side by side, as many as fit. */
export function FieldRow({ children }: { children?: ComponentChildren }) {
  return <div class="field-row">{children}</div>
}

/** The buttons at the end of a form or of a page: the main one first, where the eye and Tab arrive. */
export function ActionBar({
  note,
  sticky,
  children,
}: {
  note?: ComponentChildren
  sticky?: boolean | undefined
  children?: ComponentChildren
}) {
  return (
    <div class={classes('action-bar', sticky && 'action-bar-sticky')}>
      {children}
      {note && <p class="hint">{note}</p>}
    </div>
  )
}
