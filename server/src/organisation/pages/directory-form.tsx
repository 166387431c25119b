import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { problemsOf, textValue } from '../../platform/http/form.ts'
import { type FormState, page } from '../../platform/http/route.ts'
import type { View } from '../../platform/http/view.ts'
import { Button, type ButtonKind, ButtonLink } from '../../ui/button.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import type { IconName } from '../../ui/icons.gen.ts'
import { ErrorSummary } from '../../ui/notice.tsx'
import { type Crumb, PageHeader } from '../../ui/page-header.tsx'
import { Panel, Sheet } from '../../ui/panel.tsx'
import { organisationPaths as paths } from '../paths.ts'
import { section } from './looks.tsx'

/** A form that changes the directory; everything else is the same for all of them. */
export interface DirectoryForm {
  readonly action: string
  readonly title: string
  readonly lead?: ComponentChildren
  /** What the form is about, above its title. */
  readonly kicker?: string | undefined
  readonly crumbs?: readonly Crumb[]
  /** Of the unit or post that is changed. */
  readonly version?: number
  readonly hidden?: Readonly<Record<string, string | undefined>>
  /** It takes a file. */
  readonly upload?: boolean
  readonly fields: ComponentChildren
  readonly submit: { readonly label: string; readonly icon?: IconName; readonly kind?: ButtonKind }
  readonly back: string
}

export function directoryFormPage(c: Context, state: FormState, form: DirectoryForm): View {
  const { submit } = form
  return page(
    form.title,
    <Sheet>
      <PageHeader
        breadcrumbs={[{ label: c.t('organisation.directory'), href: paths.units() }, ...(form.crumbs ?? [])]}
        kicker={form.kicker}
        title={form.title}
        lead={form.lead}
      />
      <ErrorSummary problems={problemsOf(state)} />
      <Form
        action={form.action}
        // Of a conflict the reader has been told, and the page shows the entry as it is now.
        version={form.version}
        idempotencyKey={state.idempotencyKey}
        hidden={form.hidden}
        upload={form.upload}
      >
        <Panel>{form.fields}</Panel>
        <ActionBar>
          <Button kind={submit.kind ?? 'primary'} icon={submit.icon}>
            {submit.label}
          </Button>
          <ButtonLink href={form.back} kind="quiet">
            {c.t('organisation.cancel')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>,
    { section },
  )
}

/** What was typed, or what stands there at first. */
export function shown(state: FormState, name: string, first = ''): string {
  return state.values === undefined ? first : textValue(state.values, name)
}

/** Name, value and error of a field, as every field takes them. */
export const field = (state: FormState, name: string, first = '') => ({
  name,
  value: shown(state, name, first),
  error: state.errors[name],
})
