import type { ComponentChildren } from 'preact'
import type { Context } from '../../../platform/context.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, page } from '../../../platform/http/route.ts'
import type { View } from '../../../platform/http/view.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Sheet } from '../../../ui/panel.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import { paths } from '../../paths.ts'
import type { ProgrammeSettings } from '../../year/programme-settings.ts'
import { sections } from '../sections.ts'

const labels = {
  year: 'programme.decide.year',
  unit: 'programme.settings.committee',
  name: 'programme.open_year.name',
  headline: 'programme.theme_form.headline',
  ord: 'programme.settings.number',
  fromOn: 'programme.policy.from',
  document: 'programme.policy.document',
  'windows.opensOn': 'programme.settings.opens',
  'windows.closesOn': 'programme.settings.closes',
} as const

/** A form of the settings: its fields under the programme's head. */
export function settingsPage(
  c: Context,
  state: FormState,
  form: {
    readonly settings: ProgrammeSettings | null
    readonly action: string
    readonly title: string
    readonly lead: string
    readonly fields: ComponentChildren
    readonly submit: string
  },
): View {
  const { settings } = form
  const back = settings === null ? paths.programmes() : paths.settings(settings.year)
  const body = (
    <>
      <PageHeader
        breadcrumbs={
          settings === null
            ? [{ label: c.t('programme.programmes'), href: paths.programmes() }]
            : [
                {
                  label: c.t('programme.form.crumb_year', { year: settings.year }),
                  href: paths.programme(settings.year),
                },
                { label: c.t('programme.settings.crumb'), href: paths.settings(settings.year) },
              ]
        }
        title={form.title}
        lead={form.lead}
      />
      <TypingNotice typing={state.typing} />
      <ErrorSummary problems={namedProblems(state, c.t, labels)} />
      <Sheet>
        {settings?.status === 'closed' ? (
          <Notice kind="warning">
            <p>{c.t('programme.settings.closed')}</p>
          </Notice>
        ) : (
          <Form
            action={form.action}
            version={settings?.version}
            idempotencyKey={state.idempotencyKey}
            guard
            typing={state.typing}
          >
            <Panel>{form.fields}</Panel>
            <ActionBar>
              <Button kind="primary">{form.submit}</Button>
              <ButtonLink href={back} kind="quiet">
                {c.t('programme.form.cancel')}
              </ButtonLink>
            </ActionBar>
          </Form>
        )}
      </Sheet>
    </>
  )
  return page(form.title, body, { section: sections.settings })
}
