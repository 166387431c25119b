import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { problemsOf } from '../../platform/http/form.ts'
import { type FormState, page } from '../../platform/http/route.ts'
import type { View } from '../../platform/http/view.ts'
import { FormSheet, type FormSheetProps } from '../../ui/form-sheet.tsx'
import { organisationPaths as paths } from '../paths.ts'
import { section } from './looks.tsx'

/** A form that changes the directory; everything else is the same for all of them. */
export interface DirectoryForm
  extends Omit<FormSheetProps, 'problems' | 'idempotencyKey' | 'typing' | 'back' | 'children'> {
  readonly fields: ComponentChildren
  readonly back: string
}

export function directoryFormPage(c: Context, state: FormState, form: DirectoryForm): View {
  const { fields, crumbs, back, ...sheet } = form
  return page(
    form.title,
    <FormSheet
      {...sheet}
      crumbs={[{ label: c.t('organisation.directory'), href: paths.units() }, ...(crumbs ?? [])]}
      problems={problemsOf(state)}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      back={{ label: c.t('organisation.cancel'), href: back }}
    >
      {fields}
    </FormSheet>,
    { section },
  )
}
