import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { problemsOf } from '../../platform/http/form.ts'
import { type FormState, page } from '../../platform/http/route.ts'
import type { View } from '../../platform/http/view.ts'
import { FormSheet, type FormSheetProps } from '../../ui/form-sheet.tsx'

/** The entry of the menu to which the administrator's pages belong. */
export const adminSections = {
  accounts: 'identity.accounts',
  grants: 'identity.grants',
  confirmations: 'identity.confirmations',
} as const

/** A form of the administrator's, or of somebody's own access; all else is the same for all of them. */
export interface AccessForm
  extends Omit<FormSheetProps, 'problems' | 'idempotencyKey' | 'typing' | 'back' | 'children'> {
  readonly section: string
  readonly fields?: ComponentChildren
  readonly back: string
}

export function accessFormPage(c: Context, state: FormState, form: AccessForm): View {
  const { fields, section, back, ...sheet } = form
  return page(
    form.title,
    <FormSheet
      {...sheet}
      problems={problemsOf(state)}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      back={{ label: c.t('identity.cancel'), href: back }}
    >
      {fields}
    </FormSheet>,
    { section },
  )
}
