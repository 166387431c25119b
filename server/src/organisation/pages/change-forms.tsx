import type { Context } from '../../platform/context.ts'
import { field } from '../../platform/http/form.ts'
import { type FormState, formRoute, type Route } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { codeKey } from '../../platform/message-key.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { Select } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FieldRow } from '../../ui/form.tsx'
import { correctPersonAct, correctUnitAct, renameUnitAct } from '../directory-acts.ts'
import { unitKinds } from '../kinds.ts'
import { organisationPaths as paths } from '../paths.ts'
import { getPerson } from '../people/person-queries.ts'
import { authorizeUnits, mayCorrectPersons } from '../policy.ts'
import { levels } from '../relations/systems.ts'
import { getUnitByCode } from '../units/unit-page.ts'
import type { UnitView } from '../units/unit-view.ts'
import { directoryFormPage } from './directory-form.tsx'
import { PaperFields } from './paper-fields.tsx'

/** The unit of the URL, for users who can change it. */
export async function unitToChange(c: Context, state: FormState, act: string): Promise<UnitView> {
  const unit = await getUnitByCode(c, state.params.code ?? '', c.today)
  await authorizeUnits(c, act, [unit.id])
  return unit
}

export const ofUnit = (unit: UnitView) => ({
  crumbs: [{ label: unit.shortName, href: paths.unit(unit.code) }],
  version: unit.version,
  back: paths.unit(unit.code),
})

/** Gives a unit another name from a day on. */
const renameForm = formRoute({
  path: '/don-vi/:code/doi-ten',
  takesFiles: true,
  endpoint: renameUnitAct,
  told: 'organisation.told.renamed',
  keepsTyping: true,
  done: ({ unit }) => paths.unit(unit),
  async show(c, state) {
    const unit = await unitToChange(c, state, 'unit.rename')
    return directoryFormPage(c, state, {
      ...ofUnit(unit),
      action: paths.renameUnit(unit.code),
      kicker: unit.name,
      title: c.t('organisation.rename'),
      lead: c.t('organisation.rename_lead'),
      upload: true,
      fields: (
        <>
          <TextField {...field(state, 'name', unit.name)} label={c.t('organisation.new_name')} />
          <TextField
            {...field(state, 'shortName', unit.shortName)}
            label={c.t('organisation.new_short_name')}
          />
          <PaperFields state={state} day="fromOn" dayLabel={c.t('organisation.from_day')} />
        </>
      ),
      submit: { label: c.t('organisation.rename'), icon: 'edit' },
    })
  },
})

/** Corrects the recorded facts of a unit. */
const correctForm = formRoute({
  path: '/don-vi/:code/dinh-chinh',
  endpoint: correctUnitAct,
  told: 'organisation.told.corrected',
  keepsTyping: true,
  done: ({ unit }) => paths.unit(unit),
  async show(c, state) {
    const unit = await unitToChange(c, state, 'unit.correct')
    const kinds: readonly string[] = (unitKinds as readonly string[]).includes(unit.kind)
      ? unitKinds
      : [unit.kind, ...unitKinds]
    return directoryFormPage(c, state, {
      ...ofUnit(unit),
      action: paths.correctUnit(unit.code),
      kicker: unit.name,
      title: c.t('organisation.correct'),
      lead: c.t('organisation.correct_lead'),
      fields: (
        <>
          <FieldRow>
            <Select
              {...field(state, 'kind', unit.kind)}
              label={c.t('organisation.kind')}
              options={kinds.map((kind) => ({ value: kind, label: c.t(codeKey('organisation.kind', kind)) }))}
              empty={false}
            />
            <Select
              {...field(state, 'level', unit.level)}
              label={c.t('organisation.level')}
              options={levels.map((level) => ({ value: level, label: c.t(`organisation.level.${level}`) }))}
              empty={false}
            />
          </FieldRow>
          <TextField
            {...field(state, 'place', unit.place ?? '')}
            label={c.t('organisation.territory')}
            optional
          />
          <TextField
            {...field(state, 'foundingDocument', unit.foundingDocument ?? '')}
            label={c.t('organisation.founding_document')}
            hint={c.t('organisation.document_hint')}
            optional
          />
          <DateField
            {...field(state, 'validFrom', unit.validFrom)}
            label={c.t('organisation.valid_from')}
            hint={c.t('organisation.valid_from_hint')}
          />
          <TextArea {...field(state, 'reason')} label={c.t('organisation.reason')} rows={2} />
        </>
      ),
      submit: { label: c.t('organisation.correct'), icon: 'check' },
    })
  },
})

/** Corrects a person's name. */
const correctPersonForm = formRoute({
  path: '/nguoi/:personId/dinh-chinh',
  endpoint: correctPersonAct,
  told: 'organisation.told.person_corrected',
  keepsTyping: true,
  done: ({ id }) => paths.person(id),
  async show(c, state) {
    const { personId = '' } = state.params
    if (!isId(personId)) throw notFound('person')
    const person = await getPerson(c, personId)
    if (!(await mayCorrectPersons(c, [personId])).has(personId))
      throw new Refusal('forbidden', { act: 'person.correct' }, { status: 403 })
    return directoryFormPage(c, state, {
      action: paths.correctPerson(personId),
      crumbs: [
        { label: c.t('organisation.persons_tab'), href: paths.persons() },
        { label: person.fullName, href: paths.person(personId) },
      ],
      title: c.t('organisation.correct_person'),
      lead: c.t('organisation.correct_person_lead'),
      version: person.version,
      fields: (
        <>
          <TextField {...field(state, 'fullName', person.fullName)} label={c.t('organisation.full_name')} />
          <TextArea {...field(state, 'reason')} label={c.t('organisation.reason')} rows={2} />
        </>
      ),
      submit: { label: c.t('organisation.correct_person'), icon: 'check' },
      back: paths.person(personId),
    })
  },
})

export const changeForms: readonly Route[] = [renameForm, correctForm, correctPersonForm]
