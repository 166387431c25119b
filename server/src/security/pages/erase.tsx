import { field, problemsOf } from '../../platform/http/form.ts'
import { type FormState, formRoute, page } from '../../platform/http/route.ts'
import { Refusal } from '../../platform/refusal.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
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
  keepsTyping: true,
  done: ({ decidedBy }) => securityPaths.entry(decidedBy),
  async show(c, state) {
    if (!mayErase(c)) throw new Refusal('forbidden', { act: 'audit.erase' }, { status: 403 })
    return page(c.t('security.erase'), <Erase state={state} />, { section: recordSection })
  },
})

function Erase({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  return (
    <FormSheet
      crumbs={[{ label: t('security.record'), href: securityPaths.record }]}
      title={t('security.erase')}
      warning={t('security.erase_lead')}
      problems={problemsOf(state)}
      action={securityPaths.erase}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      submit={{ label: t('security.erase'), icon: 'trash', kind: 'danger' }}
      back={{ label: t('security.back'), href: securityPaths.record }}
    >
      <TextField
        {...field(state, 'entryId', state.query[addressNames.entry])}
        label={t('security.erase_entry')}
      />
      <TextField {...field(state, 'number')} label={t('security.erase_number')} width="half" />
      <DateField {...field(state, 'decidedOn')} label={t('security.erase_decided_on')} width="half" />
      <TextField {...field(state, 'issuer')} label={t('security.erase_issuer')} />
      <TextArea
        {...field(state, 'reason')}
        label={t('security.erase_reason')}
        hint={t('security.erase_reason_hint')}
        rows={3}
      />
    </FormSheet>
  )
}
