import type { Context } from '../../../platform/context.ts'
import { type FormValues, field, rowValues, textValue } from '../../../platform/http/form.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { yearOf } from '../../../platform/time/plain-date.ts'
import { Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/field.tsx'
import { FieldRow, FieldSet, Hidden } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import { openProgramme, saveContentGroup, saveTheme, saveWindows } from '../../year/manage-programme.ts'
import {
  administeredCommittees,
  getProgrammeSettings,
  type ProgrammeSettings,
} from '../../year/programme-settings.ts'
import { actValues } from '../act-values.ts'
import { settingsPage } from './settings-form-page.tsx'

const forbidden = () => new Refusal('forbidden', {}, { status: 403 })

/** The settings where the actor administers the programme itself. @throws Refusal `forbidden` */
async function ownSettings(c: Context, state: FormState): Promise<ProgrammeSettings> {
  const settings = await getProgrammeSettings(c, Number(state.params.nam))
  if (!settings.mayEdit) throw forbidden()
  return settings
}

/** Opens a programme year. */
export const openProgrammeForm = formRoute({
  path: '/chuong-trinh/mo',
  endpoint: openProgramme,
  told: 'programme.told.programme_opened',
  keepsTyping: true,
  done: ({ year }) => paths.settings(year),
  async show(c, state) {
    const committees = await administeredCommittees(c)
    const [first] = committees
    if (first === undefined) throw forbidden()
    const year = yearOf(c.today)
    return settingsPage(c, state, {
      settings: null,
      action: paths.openProgramme(),
      title: c.t('programme.open_year.title'),
      lead: c.t('programme.open_year.lead'),
      fields: (
        <>
          <NumberField
            {...field(state, 'year', year)}
            label={c.t('programme.decide.year')}
            width="short"
            whole
          />
          <Select
            {...field(state, 'unit', first.code)}
            label={c.t('programme.open_year.unit')}
            options={committees.map(({ code, name }) => ({ value: code, label: name }))}
            empty={false}
          />
          <TextField
            {...field(state, 'name')}
            label={c.t('programme.open_year.name')}
            hint={c.t('programme.open_year.name_hint', { year })}
            maxLength={300}
          />
          <TextArea
            {...field(state, 'completionRule')}
            label={c.t('programme.open_year.rule')}
            hint={c.t('programme.open_year.rule_hint')}
            rows={2}
            optional
          />
        </>
      ),
      submit: c.t('programme.open_year.act'),
    })
  },
})

/** When each tier registers. */
export const windowsForm = formRoute({
  path: '/chuong-trinh/:nam/cai-dat/thoi-gian',
  endpoint: saveWindows,
  told: 'programme.told.windows_saved',
  // A tier for which nothing is typed keeps what it has, or none.
  input: (values, params) => ({
    ...actValues(values),
    year: params.nam,
    windows: rowValues(values, 'windows').filter(isTyped),
  }),
  done: ({ year }) => paths.settings(year),
  async show(c, state) {
    const settings = await ownSettings(c, state)
    const typed = state.values === undefined ? undefined : rowValues(state.values, 'windows')
    return settingsPage(c, state, {
      settings,
      action: paths.saveWindows(settings.year),
      title: c.t('programme.settings.windows'),
      lead: c.t('programme.settings.windows_lead'),
      fields: settings.windows.map(({ tier, opensOn, closesOn }, index) => {
        const row = typed?.find((one) => textValue(one, 'tier') === tier)
        const date = (name: 'opensOn' | 'closesOn', first: string | null) => ({
          name: `windows[${index}][${name}]`,
          value: row === undefined ? first : textValue(row, name),
          error: windowError(state, typed, tier, name),
        })
        return (
          <FieldSet key={tier} legend={c.t(`programme.tier.${tier}`)}>
            <FieldRow>
              <Hidden name={`windows[${index}][tier]`} value={tier} />
              <DateField {...date('opensOn', opensOn)} label={c.t('programme.settings.opens')} hint="" />
              <DateField {...date('closesOn', closesOn)} label={c.t('programme.settings.closes')} hint="" />
            </FieldRow>
          </FieldSet>
        )
      }),
      submit: c.t('programme.settings.save'),
    })
  },
})

const isTyped = (row: FormValues) => textValue(row, 'opensOn') !== '' || textValue(row, 'closesOn') !== ''

/** The error of a tier's date: the act numbers only the tiers for which something was typed. */
function windowError(
  state: FormState,
  typed: readonly FormValues[] | undefined,
  tier: string,
  name: string,
): string | undefined {
  const at = typed?.filter(isTyped).findIndex((row) => textValue(row, 'tier') === tier) ?? -1
  return at < 0 ? undefined : state.errors[`windows.${at}.${name}`]
}

/** A theme of the year. */
export const themeForm = formRoute({
  path: '/chuong-trinh/:nam/cai-dat/nhom/:ord',
  endpoint: saveTheme,
  told: 'programme.told.theme_saved',
  keepsTyping: true,
  input: (values, params) => ({ ...actValues(values), year: params.nam, ord: params.ord }),
  done: ({ year }) => paths.settings(year),
  async show(c, state) {
    const settings = await ownSettings(c, state)
    const ord = Number(state.params.ord)
    const theme = settings.themes.find((one) => one.ord === ord)
    return settingsPage(c, state, {
      settings,
      action: paths.saveTheme(settings.year, ord),
      title: c.t(theme === undefined ? 'programme.theme_form.new' : 'programme.theme_form.edit', { ord }),
      lead: c.t('programme.theme_form.lead'),
      fields: (
        <>
          <TextArea
            {...field(state, 'headline', theme?.headline ?? '')}
            label={c.t('programme.theme_form.headline')}
            rows={2}
            maxLength={500}
          />
          <TextArea
            {...field(state, 'parts', theme?.parts.join('\n') ?? '')}
            label={c.t('programme.theme_form.parts')}
            hint={c.t('programme.theme_form.parts_hint')}
            rows={5}
            optional
          />
        </>
      ),
      submit: c.t('programme.settings.save'),
    })
  },
})

/** A content group of a committee: a new one, whose committee is chosen. */
export const newContentGroupForm = formRoute({
  path: '/chuong-trinh/:nam/cai-dat/noi-dung',
  endpoint: saveContentGroup,
  told: 'programme.told.content_group_saved',
  keepsTyping: true,
  input: (values, params) => ({ ...actValues(values), year: params.nam }),
  done: ({ year }) => paths.settings(year),
  async show(c, state) {
    const settings = await getProgrammeSettings(c, Number(state.params.nam))
    return settingsPage(c, state, {
      settings,
      action: paths.newContentGroup(settings.year),
      title: c.t('programme.group_form.new'),
      lead: c.t('programme.group_form.lead'),
      fields: (
        <>
          <Select
            {...field(state, 'unit', settings.committees[0]?.code ?? '')}
            label={c.t('programme.settings.committee')}
            options={settings.committees.map(({ code, name }) => ({ value: code, label: name }))}
            empty={false}
          />
          <NumberField
            {...field(state, 'ord')}
            label={c.t('programme.settings.number')}
            hint={c.t('programme.group_form.number_hint')}
            width="short"
            whole
          />
          <GroupFields c={c} state={state} name="" refersToYear={null} />
        </>
      ),
      submit: c.t('programme.settings.save'),
    })
  },
})

/** An existing content group of a committee, to be edited. */
export const contentGroupForm = formRoute({
  path: '/chuong-trinh/:nam/cai-dat/noi-dung/:unit/:ord',
  endpoint: saveContentGroup,
  told: 'programme.told.content_group_saved',
  keepsTyping: true,
  input: (values, params) => ({
    ...actValues(values),
    year: params.nam,
    unit: params.unit,
    ord: params.ord,
  }),
  done: ({ year }) => paths.settings(year),
  async show(c, state) {
    const settings = await getProgrammeSettings(c, Number(state.params.nam))
    const { unit = '', ord = '' } = state.params
    const group = settings.groups.find((one) => one.unitCode === unit && String(one.ord) === ord)
    if (group === undefined || !group.mayEdit) throw forbidden()
    return settingsPage(c, state, {
      settings,
      action: paths.saveContentGroup(settings.year, group.unitCode, group.ord),
      title: c.t('programme.group_form.edit', { ord: group.ord }),
      lead: group.unitName,
      fields: <GroupFields c={c} state={state} name={group.name} refersToYear={group.refersToYear} />,
      submit: c.t('programme.settings.save'),
    })
  },
})

function GroupFields(props: {
  readonly c: Context
  readonly state: FormState
  readonly name: string
  readonly refersToYear: number | null
}) {
  const { c, state } = props
  return (
    <>
      <TextArea
        {...field(state, 'name', props.name)}
        label={c.t('programme.settings.group')}
        rows={2}
        maxLength={500}
      />
      <NumberField
        {...field(state, 'refersToYear', props.refersToYear)}
        label={c.t('programme.settings.refers_to')}
        hint={c.t('programme.group_form.refers_hint')}
        width="short"
        whole
        optional
      />
    </>
  )
}
