import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { problemsOf, textValue } from '../../platform/http/form.ts'
import { type FormState, page } from '../../platform/http/route.ts'
import type { View } from '../../platform/http/view.ts'
import { Button, type ButtonKind, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import type { IconName } from '../../ui/icons.gen.ts'
import { ErrorSummary, Notice } from '../../ui/notice.tsx'
import { type Crumb, PageHeader } from '../../ui/page-header.tsx'
import { Panel, Sheet } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'

/** The entry of the menu to which the administrator's pages belong. */
export const adminSections = { accounts: 'identity.accounts', grants: 'identity.grants' } as const

/** A form of the administrator's, or of somebody's own access; all else is the same for all of them. */
export interface AccessForm {
  readonly action: string
  readonly section: string
  readonly crumbs?: readonly Crumb[]
  readonly kicker?: string | undefined
  readonly title: string
  readonly lead?: ComponentChildren
  readonly hidden?: Readonly<Record<string, string | undefined>>
  readonly fields?: ComponentChildren
  readonly submit: { readonly label: string; readonly icon?: IconName; readonly kind?: ButtonKind }
  readonly back: string
  /** Answered with what is shown once. */
  readonly plain?: boolean
}

export function accessFormPage(c: Context, state: FormState, form: AccessForm): View {
  const { submit } = form
  return page(
    form.title,
    <Sheet>
      <PageHeader breadcrumbs={form.crumbs} kicker={form.kicker} title={form.title} lead={form.lead} />
      <ErrorSummary problems={problemsOf(state)} />
      <Form
        action={form.action}
        idempotencyKey={state.idempotencyKey}
        hidden={form.hidden}
        plain={form.plain}
      >
        {form.fields && <Panel>{form.fields}</Panel>}
        <ActionBar>
          <Button kind={submit.kind ?? 'primary'} icon={submit.icon}>
            {submit.label}
          </Button>
          <ButtonLink href={form.back} kind="quiet">
            {c.t('identity.cancel')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>,
    { section: form.section },
  )
}

/** Name, value and error of a field, as every field takes them. */
export const field = (state: FormState, name: string, first = '') => ({
  name,
  value: shown(state, name, first),
  error: state.errors[name],
})

/** What was typed, or what stands there at first. */
export function shown(state: FormState, name: string, first = ''): string {
  return state.values === undefined ? first : textValue(state.values, name)
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
