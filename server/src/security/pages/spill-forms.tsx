import { field, problemsOf } from '../../platform/http/form.ts'
import { type FormState, formRoute, page, type Route } from '../../platform/http/route.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { useWords } from '../../ui/words.tsx'
import { spillPaths } from '../paths.ts'
import { authorizeOfficer, type EraseSpill, type IsolateSpill } from '../spills.ts'
import { spillSection } from './spills.tsx'

/** Takes what spilled out of everybody's sight, at once. */
export const isolateForm = (endpoint: IsolateSpill): Route =>
  formRoute({
    path: spillPaths.isolate,
    endpoint,
    told: 'security.isolated_told',
    keepsTyping: true,
    done: () => spillPaths.spills,
    async show(c, state) {
      authorizeOfficer(c, 'spill.isolate')
      return page(c.t('security.isolate'), <Isolate state={state} />, { section: spillSection })
    },
  })

/** Erases what spilled, by a decision on paper. */
export const eraseSpillForm = (endpoint: EraseSpill): Route =>
  formRoute({
    path: spillPaths.erase(':spillId'),
    endpoint,
    told: 'security.spill_erased_told',
    keepsTyping: true,
    done: () => spillPaths.spills,
    async show(c, state) {
      authorizeOfficer(c, 'spill.erase')
      return page(c.t('security.spill_erase'), <Erase state={state} />, { section: spillSection })
    },
  })

function Isolate({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  return (
    <FormSheet
      crumbs={[{ label: t('security.spills'), href: spillPaths.spills }]}
      title={t('security.isolate')}
      warning={t('security.isolate_lead')}
      problems={problemsOf(state)}
      action={spillPaths.isolate}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      submit={{ label: t('security.isolate'), kind: 'danger' }}
      back={{ label: t('security.back_to_spills'), href: spillPaths.spills }}
    >
      <TextField
        {...field(state, 'address')}
        label={t('security.spill_address')}
        hint={t('security.spill_address_hint')}
      />
      <DateField {...field(state, 'officerToldOn')} label={t('security.told_on')} />
    </FormSheet>
  )
}

function Erase({ state }: { readonly state: FormState }) {
  const { t } = useWords()
  return (
    <FormSheet
      crumbs={[{ label: t('security.spills'), href: spillPaths.spills }]}
      title={t('security.spill_erase')}
      warning={t('security.spill_erase_lead')}
      problems={problemsOf(state)}
      action={spillPaths.erase(state.params.spillId ?? '')}
      idempotencyKey={state.idempotencyKey}
      typing={state.typing}
      submit={{ label: t('security.spill_erase'), kind: 'danger' }}
      back={{ label: t('security.back_to_spills'), href: spillPaths.spills }}
    >
      <TextField {...field(state, 'decision')} label={t('security.spill_decision')} />
      <DateField {...field(state, 'decidedOn')} label={t('security.erase_decided_on')} />
    </FormSheet>
  )
}
