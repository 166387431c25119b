import { problemsOf, textValue } from '../../platform/http/form.ts'
import { type FormState, formRoute, page } from '../../platform/http/route.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import { ErrorSummary, Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Sheet } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { eraseContentEndpoint } from '../erase-content.ts'
import { addressNames, securityPaths } from '../paths.ts'
import { mayErase } from '../policy.ts'
import { recordSection } from './record.tsx'

/** Erases the content of an entry by a decision on paper. The entry is named by its id: its content is not shown here. */
export const eraseForm = formRoute({
  path: securityPaths.erase,
  endpoint: eraseContentEndpoint,
  told: 'security.erased_told',
  done: ({ decidedBy }) => securityPaths.entry(decidedBy),
  async show(c, state) {
    if (!mayErase(c)) throw new Refusal('forbidden', { act: 'audit.erase' }, { status: 403 })
    return page(c.t('security.erase'), <Erase state={state} />, { section: recordSection })
  },
})

function Erase({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  const field = (name: string, first = '') => ({
    name,
    value: state.values === undefined ? first : textValue(state.values, name),
    error: state.errors[name],
  })
  return (
    <Sheet>
      <PageHeader
        title={t('security.erase')}
        breadcrumbs={[{ label: t('security.record'), href: securityPaths.record }]}
      />
      <Notice kind="warning">
        <p>{t('security.erase_lead')}</p>
      </Notice>
      <ErrorSummary problems={problemsOf(state)} />
      <Form action={securityPaths.erase} idempotencyKey={state.idempotencyKey}>
        <Panel>
          <TextField
            {...field('entryId', state.query[addressNames.entry])}
            label={t('security.erase_entry')}
          />
          <TextField {...field('number')} label={t('security.erase_number')} width="half" />
          <DateField {...field('decidedOn')} label={t('security.erase_decided_on')} width="half" />
          <TextField {...field('issuer')} label={t('security.erase_issuer')} />
          <TextArea
            {...field('reason')}
            label={t('security.erase_reason')}
            hint={t('security.erase_reason_hint')}
            rows={3}
          />
        </Panel>
        <ActionBar>
          <Button kind="danger" icon="trash">
            {t('security.erase')}
          </Button>
          <ButtonLink href={securityPaths.record} kind="quiet">
            {t('security.back')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}
