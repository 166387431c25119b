import type { Context } from '../../../platform/context.ts'
import { field } from '../../../platform/http/form.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import { RadioGroup, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import { getProgrammeSettings, type ProgrammeSettings } from '../../year/programme-settings.ts'
import { recordUnitPolicy, unitPolicies } from '../../year/unit-policy.ts'
import { actValues } from '../act-values.ts'
import { settingsPage } from './settings-form-page.tsx'

const [onlyKey] = unitPolicies

/** What the committees let one person do alone, each with the paper and the day from which it holds. */
export function PoliciesPanel({ settings }: { settings: ProgrammeSettings }) {
  const { t, language } = useWords()
  return (
    <Panel
      title={t('programme.policy.title')}
      lead={t('programme.policy.lead')}
      action={<a href={paths.recordPolicy(settings.year)}>{t('programme.policy.add')}</a>}
      flush
    >
      <DataTable
        caption={t('programme.policy.title')}
        rows={settings.policies.map((policy, index) => ({ ...policy, key: `${index}`, name: policy.key }))}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t('programme.policy.none')}>{t('programme.policy.none_text')}</EmptyState>}
        columns={[
          {
            key: 'from',
            header: t('programme.policy.from'),
            kind: 'date',
            cell: (row) => formatDate(row.fromOn, language),
          },
          { key: 'unit', header: t('programme.settings.committee'), cell: (row) => row.unitName },
          {
            key: 'says',
            header: t('programme.policy.says'),
            kind: 'title',
            cell: (row) => (
              <>
                {t(`programme.policy.${row.name}.${row.allowed ? 'yes' : 'no'}`)}
                <Small block>{row.document}</Small>
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** Records what a committee's own paper lets one person do alone, or takes it back, from a day on. */
export const recordPolicyForm = formRoute({
  path: '/chuong-trinh/:nam/cai-dat/quy-che',
  endpoint: recordUnitPolicy,
  told: 'programme.told.policy_recorded',
  input: (values) => actValues(values, 'version'),
  done: (_result, params) => paths.settings(Number(params.nam)),
  async show(c, state) {
    const settings = await getProgrammeSettings(c, Number(state.params.nam))
    return settingsPage(c, state, {
      settings,
      action: paths.recordPolicy(settings.year),
      title: c.t('programme.policy.add'),
      lead: c.t('programme.policy.lead'),
      fields: <PolicyFields c={c} state={state} settings={settings} />,
      submit: c.t('programme.settings.save'),
    })
  },
})

function PolicyFields({ c, state, settings }: { c: Context; state: FormState; settings: ProgrammeSettings }) {
  return (
    <>
      <Hidden name="key" value={onlyKey} />
      <Select
        {...field(state, 'unit', settings.committees[0]?.code ?? '')}
        label={c.t('programme.settings.committee')}
        options={settings.committees.map(({ code, name }) => ({ value: code, label: name }))}
        empty={false}
      />
      <RadioGroup
        {...field(state, 'allowed', 'no')}
        label={c.t('programme.policy.says')}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: c.t(`programme.policy.${onlyKey}.${value}`),
        }))}
      />
      <DateField {...field(state, 'fromOn', c.today)} label={c.t('programme.policy.from')} />
      <TextField
        {...field(state, 'document')}
        label={c.t('programme.policy.document')}
        hint={c.t('programme.policy.document_hint')}
        maxLength={300}
      />
    </>
  )
}
