import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { classes } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

interface ButtonLook {
  readonly kind?: ButtonKind | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly icon?: IconName | undefined
  /** Shows the icon alone; the words stay for those who hear the page, and on hovering. */
  readonly iconOnly?: boolean | undefined
  /** Why the act is not open now. The button then stays in the page, unusable, with this reason next to it. */
  readonly closedReason?: string | null | undefined
  /** Where there is no room next to the button, as in a table: the reason appears on hovering and focus. */
  readonly reasonIn?: 'text' | 'tooltip' | undefined
  readonly children?: ComponentChildren
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly form?: string | undefined
  readonly formaction?: string | undefined
  /** How this button alone sends the form: by the address, where it only leads on. */
  readonly formmethod?: 'get' | undefined
  /** Sent by the browser itself and not by Turbo: where the answer is a file. */
  readonly plain?: boolean | undefined
  /** For buttons that send an unfinished form, such as "add a row". */
  readonly unfinished?: boolean | undefined
  /** Presses it, where nobody is typing (`shortcut`). */
  readonly keyName?: string | undefined
  /** A sentence the browser asks before sending; without scripts the server's page asks. */
  readonly ask?: string | undefined
}

export interface ButtonLinkProps extends ButtonLook {
  readonly href: string
  readonly download?: boolean | undefined
  readonly frame?: string | undefined
}

function look({ kind = 'secondary', size, iconOnly }: ButtonLook): string {
  return classes('button', `button-${kind}`, size === 'small' && 'button-small', iconOnly && 'button-icon')
}

function Inside({ icon, iconOnly, children }: ButtonLook) {
  return (
    <>
      {icon && <Icon name={icon} size={18} />}
      {iconOnly ? <span class="hidden-visually">{children}</span> : <span>{children}</span>}
    </>
  )
}

/** A button that sends its form. */
export function Button(props: ButtonProps) {
  if (props.closedReason) return <Closed {...props} reason={props.closedReason} />
  return (
    <button
      type={props.type ?? 'submit'}
      class={look(props)}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      formmethod={props.formmethod}
      formnovalidate={props.unfinished}
      data-turbo={props.plain ? 'false' : undefined}
      data-turbo-confirm={props.ask}
      data-key={props.keyName}
      title={props.iconOnly && typeof props.children === 'string' ? props.children : undefined}
    >
      <Inside {...props} />
    </button>
  )
}

/** A link that looks like a button: it opens a page and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  if (props.closedReason) return <Closed {...props} reason={props.closedReason} />
  return (
    <a
      href={props.href}
      class={look(props)}
      download={props.download}
      data-turbo={props.download ? 'false' : undefined}
      data-turbo-frame={props.frame}
      title={props.iconOnly && typeof props.children === 'string' ? props.children : undefined}
    >
      <Inside {...props} />
    </a>
  )
}

// aria-disabled and not disabled: a disabled button cannot be reached by keyboard, nor its reason heard.
function Closed(props: ButtonLook & { reason: string }) {
  const id = useId()
  const { t } = useWords()
  const tooltip = props.reasonIn === 'tooltip'
  return (
    <span class={classes('closed', tooltip && 'closed-tooltip')}>
      <button type="button" class={look(props)} aria-disabled="true" aria-describedby={id}>
        <Inside {...props} />
      </button>
      <span class="closed-reason" id={id} role={tooltip ? 'tooltip' : undefined}>
        <Icon name="lock" size={14} />
        <span>
          <span class="hidden-visually">{t('ui.closed_reason', { reason: '' })}</span>
          {props.reason}
        </span>
      </span>
    </span>
  )
}

/** An act that is worth a second look: a button that opens what it does, and the button that does it. */
export function Confirm(props: {
  readonly label: string
  readonly icon?: IconName | undefined
  readonly kind?: ButtonKind | undefined
  readonly open?: boolean | undefined
  readonly children?: ComponentChildren
}) {
  return (
    <details class="confirm" open={props.open}>
      <summary class={look({ kind: props.kind ?? 'secondary' })}>
        {props.icon && <Icon name={props.icon} size={18} />}
        <span>{props.label}</span>
        <Icon name="chevron-down" size={16} />
      </summary>
      <div class="confirm-body">{props.children}</div>
    </details>
  )
}
