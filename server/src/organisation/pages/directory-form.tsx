import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { type LabelKeys, namedProblems } from '../../platform/http/named-problems.ts'
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

/** One field, one label: what is wrong with it is listed under its name. */
const labels: LabelKeys = {
  name: 'organisation.name',
  shortName: 'organisation.short_name',
  code: 'organisation.code',
  kind: 'organisation.kind',
  level: 'organisation.level',
  system: 'organisation.system',
  place: 'organisation.territory',
  parentId: 'organisation.new_parent',
  title: 'organisation.post_title',
  fullName: 'organisation.full_name',
  personId: 'organisation.person',
  reason: 'organisation.reason',
  document: 'organisation.document',
  foundingDocument: 'organisation.paper_number',
  fromOn: 'organisation.from_day',
  validFrom: 'organisation.from_day',
  endsOn: 'organisation.ends_on',
  paperIssuedOn: 'organisation.paper_issued_on',
  paperFile: 'organisation.paper_file',
}

export function directoryFormPage(c: Context, state: FormState, form: DirectoryForm): View {
  const { fields, crumbs, back, ...sheet } = form
  return page(
    form.title,
    <FormSheet
      {...sheet}
      crumbs={[{ label: c.t('organisation.directory'), href: paths.units() }, ...(crumbs ?? [])]}
      problems={namedProblems(state, c.t, labels)}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      back={{ label: c.t('organisation.cancel'), href: back }}
    >
      {fields}
    </FormSheet>,
    { section },
  )
}
