import type { textValue } from '../../platform/http/form.ts'
import { field, shown } from '../../platform/http/form.ts'
import { type FormState, formRoute, type Route } from '../../platform/http/route.ts'
import { Checkbox, Select } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { FieldRow } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { type EndUnitAct, foundUnitAct, placeUnitAct } from '../directory-acts.ts'
import { unitKinds } from '../kinds.ts'
import { addressNames, organisationPaths as paths } from '../paths.ts'
import { authorizeRoot, authorizeUnits } from '../policy.ts'
import { levels, systems } from '../relations/systems.ts'
import { getUnitByCode } from '../units/unit-page.ts'
import type { UnitView } from '../units/unit-view.ts'
import { changeForms, ofUnit, unitToChange } from './change-forms.tsx'
import { directoryFormPage } from './directory-form.tsx'
import { PaperFields } from './paper-fields.tsx'
import { findUnits, SearchChoice } from './search-choice.tsx'

/** Founds a unit below the one that the address names, or below nobody. */
const foundForm = formRoute({
  path: '/don-vi/moi',
  takesFiles: true,
  endpoint: foundUnitAct,
  told: 'organisation.told.founded',
  keepsTyping: true,
  done: ({ unit }) => paths.unit(unit),
  input(values) {
    const { parentId, ladder, actsFor, ...same } = values
    const below = typeof parentId === 'string' ? parentId : ''
    return {
      ...same,
      actsForId: actsFor === 'on' ? below : null,
      parents: below === '' ? [] : [{ system: ladder, parentId: below }],
    }
  },
  async show(c, state) {
    const code = state.query[addressNames.parent]
    const parent = code ? await getUnitByCode(c, code, c.today) : null
    if (parent === null) authorizeRoot(c, 'unit.found')
    else await authorizeUnits(c, 'unit.found', [parent.id])
    return directoryFormPage(c, state, {
      action: paths.foundUnit(parent?.code),
      crumbs: parent === null ? [] : [{ label: parent.shortName, href: paths.unit(parent.code) }],
      title: c.t(parent === null ? 'organisation.found_root' : 'organisation.found_below'),
      lead: c.t('organisation.found_lead'),
      hidden: { parentId: parent?.id ?? '' },
      upload: true,
      fields: <FoundFields state={state} parent={parent} />,
      submit: { label: c.t('organisation.found'), icon: 'plus' },
      back: parent === null ? paths.units() : paths.unit(parent.code),
    })
  },
})

function FoundFields({ state, parent }: { readonly state: FormState; readonly parent: UnitView | null }) {
  const { t } = useWords()
  const system = parent?.system ?? 'party'
  const ofSystems = systems.map((one) => ({ value: one, label: t(`organisation.system.${one}`) }))
  return (
    <>
      <TextField {...field(state, 'name')} label={t('organisation.name')} />
      <FieldRow>
        <TextField {...field(state, 'shortName')} label={t('organisation.short_name')} />
        <TextField
          {...field(state, 'code')}
          label={t('organisation.code')}
          hint={t('organisation.code_hint')}
        />
      </FieldRow>
      <FieldRow>
        <Select
          {...field(state, 'kind')}
          label={t('organisation.kind')}
          options={unitKinds.map((kind) => ({ value: kind, label: t(`organisation.kind.${kind}`) }))}
        />
        <Select
          {...field(state, 'level', parent?.level)}
          label={t('organisation.level')}
          options={levels.map((level) => ({ value: level, label: t(`organisation.level.${level}`) }))}
        />
      </FieldRow>
      <FieldRow>
        <Select
          {...field(state, 'system', system)}
          label={t('organisation.system')}
          options={ofSystems}
          empty={false}
        />
        {parent !== null && (
          <Select
            {...field(state, 'ladder', system)}
            error={state.errors['parents.0'] ?? state.errors['parents.0.system']}
            id="f-parents-0"
            label={t('organisation.ladder', { name: parent.shortName })}
            options={ofSystems}
            empty={false}
          />
        )}
      </FieldRow>
      {parent !== null && (
        <Checkbox
          name="actsFor"
          label={t('organisation.acts_for_parent', { name: parent.name })}
          hint={t('organisation.acts_for_hint')}
          checked={shown(state, 'actsFor') === 'on'}
          error={state.errors.actsForId}
          id="f-actsForId"
        />
      )}
      <TextField {...field(state, 'place')} label={t('organisation.territory')} optional />
      <PaperFields
        state={state}
        day="validFrom"
        dayLabel={t('organisation.valid_from')}
        number="foundingDocument"
      />
    </>
  )
}

/** Puts a unit below another in one ladder from a day on. */
const placeForm = formRoute({
  path: '/don-vi/:code/truc-thuoc',
  takesFiles: true,
  endpoint: placeUnitAct,
  told: 'organisation.told.placed',
  keepsTyping: true,
  done: ({ unit }) => paths.unit(unit),
  input: withoutSearch,
  async show(c, state) {
    const unit = await unitToChange(c, state, 'unit.place')
    const found = await findUnits(c, state, 'parentId')
    return directoryFormPage(c, state, {
      ...ofUnit(unit),
      action: paths.placeUnit(unit.code),
      upload: true,
      title: c.t('organisation.place'),
      lead: c.t('organisation.place_lead'),
      fields: (
        <>
          <Select
            {...field(state, 'system', unit.system)}
            label={c.t('organisation.place_system')}
            options={systems.map((system) => ({
              value: system,
              label: c.t(`organisation.system.${system}`),
            }))}
            empty={false}
          />
          <SearchChoice
            name="parentId"
            label={c.t('organisation.new_parent')}
            findLabel={c.t('organisation.find_parent')}
            found={found}
            error={state.errors.parentId}
          />
          <PaperFields state={state} day="fromOn" dayLabel={c.t('organisation.from_day')} />
        </>
      ),
      submit: { label: c.t('organisation.place'), icon: 'hierarchy-2' },
    })
  },
})

/** Ends a unit on which nothing depends any more. */
const endForm = (endpoint: EndUnitAct) =>
  formRoute({
    path: '/don-vi/:code/ket-thuc',
    takesFiles: true,
    endpoint,
    told: 'organisation.told.ended',
    keepsTyping: true,
    done: ({ unit }) => paths.unit(unit),
    async show(c, state) {
      const unit = await unitToChange(c, state, 'unit.end')
      return directoryFormPage(c, state, {
        ...ofUnit(unit),
        action: paths.endUnit(unit.code),
        upload: true,
        kicker: unit.name,
        title: c.t('organisation.end'),
        lead: c.t('organisation.end_lead'),
        fields: <PaperFields state={state} day="endsOn" dayLabel={c.t('organisation.ends_on')} />,
        submit: { label: c.t('organisation.end'), icon: 'calendar-off', kind: 'danger' },
      })
    },
  })

/** From when, and the paper that says so. */
export function DocumentFields(props: {
  readonly state: FormState
  readonly day: string
  readonly dayLabel: string
}) {
  const { t } = useWords()
  return (
    <FieldRow>
      <DateField {...field(props.state, props.day)} label={props.dayLabel} />
      <TextField
        {...field(props.state, 'document')}
        label={t('organisation.document')}
        hint={t('organisation.document_hint')}
      />
    </FieldRow>
  )
}

/** The values of the act: what was looked for belongs to the form alone. */
export function withoutSearch(
  values: Parameters<typeof textValue>[0],
  params: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const own = new Set(['find', 'directory', 'idempotencyKey', 'rowsAct'])
  return { ...params, ...Object.fromEntries(Object.entries(values).filter(([name]) => !own.has(name))) }
}

export const unitForms = (parts: { readonly endUnit: EndUnitAct }): readonly Route[] => [
  foundForm,
  placeForm,
  endForm(parts.endUnit),
  ...changeForms,
]
