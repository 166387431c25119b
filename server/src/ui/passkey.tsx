import type { ButtonKind } from './button.tsx'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'

/**
 * A button that has the browser make or use a passkey, and sends the form it stands in with what came of it. Only scripts
 * can do that: without them, or without passkeys in the browser, `without` is shown instead, or nothing.
 */
export function PasskeyButton(props: {
  /** The hidden field that carries the browser's answer. */
  readonly name: string
  readonly label: string
  /** Where the question comes from, and for what it is. */
  readonly askAt: string
  readonly purpose: 'sign-in' | 'prove' | 'register'
  /** Said where the browser or the person broke it off. */
  readonly failed: string
  readonly without?: string | undefined
  readonly kind?: ButtonKind | undefined
}) {
  return (
    <div
      class="passkey"
      data-controller="passkey"
      data-passkey-ask-at-value={props.askAt}
      data-passkey-purpose-value={props.purpose}
      data-passkey-failed-value={props.failed}
    >
      <input type="hidden" name={props.name} data-passkey-target="answer" />
      <button
        type="button"
        hidden
        class={classes('button', `button-${props.kind ?? 'secondary'}`)}
        data-passkey-target="button"
        data-action="passkey#start"
      >
        <Icon name="key" size={18} />
        <span>{props.label}</span>
      </button>
      {props.without && (
        <p class="hint" data-passkey-target="without">
          {props.without}
        </p>
      )}
      <p class="field-error" role="alert" hidden data-passkey-target="problem" />
    </div>
  )
}
