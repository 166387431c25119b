import type { ComponentChildren } from 'preact'

/**
 * Fields that only one choice of another field needs. Without scripts all of them are there, and their hints say when
 * each is used; with scripts those that are not needed step aside.
 */
export function ShowWhen({
  field,
  is,
  always,
  children,
}: {
  /** The name of the field that decides, such as `targets[0][operator]`. */
  field: string
  is: readonly string[]
  /** Shown whatever was chosen, as where something in it is wrong. */
  always?: boolean | undefined
  children?: ComponentChildren
}) {
  if (always) return <div class="show-when">{children}</div>
  return (
    <div
      class="show-when"
      data-controller="show-when"
      data-show-when-field-value={field}
      data-show-when-is-value={is.join(' ')}
    >
      {children}
    </div>
  )
}
