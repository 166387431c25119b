import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { problemsOf } from '../../platform/http/form.ts'
import { type FormState, page } from '../../platform/http/route.ts'
import type { View } from '../../platform/http/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionBar } from '../../ui/form.tsx'
import { FormSheet, type FormSheetProps } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Sheet } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'

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

/** A secret that nobody sees again: what it is, how to hand it over, and the way on. */
export function ShownOnce(props: {
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly secret: string
  readonly back: string
}) {
  const { t } = useWords()
  return (
    <Sheet>
      <PageHeader title={props.title} lead={props.lead} />
      <Notice kind="warning" title={t('identity.shown_once')}>
        <p>{t('identity.shown_once_help')}</p>
      </Notice>
      <Panel>
        <TextField name="secret" label={props.label} value={props.secret} readOnly autoFocus />
      </Panel>
      <ActionBar>
        <ButtonLink href={props.back} kind="primary">
          {t('identity.shown_once_done')}
        </ButtonLink>
      </ActionBar>
    </Sheet>
  )
}
