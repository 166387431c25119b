import type { Context } from '../../../platform/context.ts'
import { type FormValues, listValue, textValue } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { AutosaveStatus } from '../../../ui/autosave.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup, Select } from '../../../ui/choice.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Columns, Panel, Prose, Stack } from '../../../ui/panel.tsx'
import { ShowWhen } from '../../../ui/show-when.tsx'
import { paths } from '../../paths.ts'
import { draftForm, newForm } from '../../registration/kept-typing.ts'
import { lastReturn } from '../../registration/last-return.ts'
import { readRegistration } from '../../registration/registration.ts'
import {
  chosenProgramme,
  contentChoices,
  type OpenProgramme,
  openProgrammes,
  type Registrants,
  registrantsFor,
  unitChoices,
} from '../../registration/registration-choices.ts'
import { draftOf, withoutEmptyRows } from '../../registration/registration-form.ts'
import { editAct, editWork, registerWork } from '../../registration/save-draft.ts'
import { completenessOf } from '../../rules/completeness.ts'
import { getCardFor, type WorkCard } from '../../work/work-card.ts'
import { actValues } from '../act-values.ts'
import { sections } from '../sections.ts'
import { unitSearchField } from '../unit-search.tsx'
import { ClosedNotice, refIn, WorkHeader } from '../work-form.tsx'
import { CompletenessPanel, completenessId } from './completeness-panel.tsx'
import { autosaveOf, type ShownTyping, shownTyping, TypingNotice } from './kept-typing.tsx'
import { RegistrationFields, registrationLabels } from './registration-fields.tsx'
import { readRegistrationValues, registrationValues } from './registration-values.ts'

const enter = { name: 'save', value: 'draft' }

/** What belongs to the act: the search for units and the button are the form's own. */
const registrationOf = (values: FormValues) => actValues(values, unitSearchField, enter.name)

/** A new registration: kept as a draft as soon as it has a name, and completed bit by bit. */
export const registerForm = formRoute({
  path: '/cong-viec/dang-ky',
  endpoint: registerWork,
  told: 'programme.told.draft_saved',
  input: registrationOf,
  done: ({ ref }) => paths.edit(ref),
  async show(c, state) {
    const programmes = await openProgrammes(c)
    const programme = chosenProgramme(c, programmes, textValue(state.values ?? {}, 'year') || state.query.nam)
    const title = c.t('programme.register.title')
    if (programme === undefined) {
      return page(title, <NoProgramme c={c} />, { section: sections.works })
    }
    const registrants = await registrantsFor(c)
    const continues = state.query['tiep-tuc'] ?? ''
    const typing = await shownTyping(c, state, newForm(programme.year), continues === '' ? 0 : -1)
    const values = state.values ?? typing.values ?? { continuesCode: continues }
    const body = (
      <NewRegistration
        c={c}
        state={state}
        values={values}
        programme={programme}
        programmes={programmes}
        registrants={registrants}
        content={
          await contentChoices(c, programme.id, {
            unitId: registrants.unit?.id ?? null,
            managingRootId: registrants.self?.managingRootId ?? null,
          })
        }
        units={await unitsOf(c, values, state)}
        typing={typing}
      />
    )
    return page(title, body, { section: sections.works })
  },
})

async function unitsOf(c: Context, values: FormValues, state: FormState) {
  const words = textValue(values, unitSearchField)
  const searched = state.values !== undefined && words !== '' && Object.keys(state.errors).length === 0
  return { words, searched, choices: await unitChoices(c, words, listValue(values, 'supportingUnitIds')) }
}

function NoProgramme({ c }: { c: Context }) {
  return (
    <>
      <PageHeader title={c.t('programme.register.title')} />
      <EmptyState title={c.t('programme.register.no_year')}>
        {c.t('programme.register.no_year_text')}
      </EmptyState>
    </>
  )
}

interface NewRegistrationProps {
  readonly c: Context
  readonly state: FormState
  readonly values: FormValues
  readonly programme: OpenProgramme
  readonly programmes: readonly OpenProgramme[]
  readonly registrants: Registrants
  readonly content: Awaited<ReturnType<typeof contentChoices>>
  readonly units: Awaited<ReturnType<typeof unitsOf>>
  readonly typing: ShownTyping
}

function NewRegistration(props: NewRegistrationProps) {
  const { c, state, values, programme, programmes } = props
  const others = programmes.filter((one) => one.id !== programme.id)
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            label: c.t('programme.form.crumb_year', { year: programme.year }),
            href: paths.programme(programme.year),
          },
        ]}
        title={c.t('programme.register.title')}
        lead={c.t('programme.register.lead', { year: programme.year })}
        actions={others.map((one) => (
          <ButtonLink key={one.id} kind="quiet" href={`${paths.register()}?nam=${one.year}`}>
            {c.t('programme.register.for_year', { year: one.year })}
          </ButtonLink>
        ))}
      />
      <TypingNotice typing={props.typing} back={`${paths.register()}?nam=${programme.year}`} />
      <ErrorSummary problems={namedProblems(state, c.t, registrationLabels)} />
      <Columns>
        <Form
          action={paths.register()}
          idempotencyKey={state.idempotencyKey}
          hidden={{ year: programme.year }}
          enter={enter}
          guard
          autosave={autosaveOf(newForm(programme.year), 0, props.typing)}
        >
          <Stack>
            <Panel title={c.t('programme.registration.who')}>
              <WhoFields {...props} />
            </Panel>
            <RegistrationFields
              c={c}
              values={values}
              errors={state.errors}
              content={props.content}
              units={props.units}
              minutes="chosen"
            />
            <ActionBar sticky note={c.t('programme.register.note')}>
              <SaveButton c={c} />
              <AutosaveStatus />
            </ActionBar>
          </Stack>
        </Form>
        <Completeness values={values} ownerKind={ownerKindIn(values)} year={programme.year} />
      </Columns>
    </>
  )
}

const SaveButton = ({ c }: { c: Context }) => (
  <Button kind="primary" name={enter.name} value={enter.value} icon="pencil">
    {c.t('programme.register.save')}
  </Button>
)

const ownerKindIn = (values: FormValues) =>
  textValue(values, 'ownerKind') === 'individual' ? ('individual' as const) : ('collective' as const)

function WhoFields({ c, state, values, registrants }: NewRegistrationProps) {
  const { unit, self, persons } = registrants
  const collective =
    unit === null
      ? []
      : [{ value: 'collective', label: c.t('programme.registration.collective'), description: unit.name }]
  const person =
    self === null
      ? c.t('programme.registration.individual_other')
      : `${self.personName}, ${self.postTitle}, ${self.unitName}`
  const mayPerson = self !== null || persons.length > 0
  return (
    <>
      <RadioGroup
        name="ownerKind"
        label={c.t('programme.registration.ownerKind')}
        hint={c.t('programme.registration.ownerKind_hint')}
        layout="cards"
        value={ownerKindIn(values)}
        error={state.errors.ownerKind}
        choices={[
          ...collective,
          ...(mayPerson
            ? [{ value: 'individual', label: c.t('programme.registration.individual'), description: person }]
            : []),
        ]}
      />
      {persons.length > 0 && (
        <ShowWhen field="ownerKind" is={['individual']}>
          <Select
            name="ownerHoldingId"
            label={c.t('programme.registration.ownerHoldingId')}
            hint={c.t('programme.registration.ownerHoldingId_hint')}
            value={textValue(values, 'ownerHoldingId')}
            error={state.errors.ownerHoldingId}
            options={persons.map(({ holdingId, label }) => ({ value: holdingId, label }))}
            empty={self === null ? undefined : c.t('programme.registration.myself')}
            optional={self !== null}
          />
        </ShowWhen>
      )}
    </>
  )
}

function Completeness(props: {
  readonly values: FormValues
  readonly ownerKind: 'collective' | 'individual'
  readonly year: number
}) {
  const given = readRegistrationValues(props.values)
  // // A field that cannot be parsed must be corrected first.
  if (given === undefined) return <Stack />
  const { ownerKind, year } = props
  const completeness = completenessOf(draftOf(withoutEmptyRows(given), { ownerKind, year }))
  return (
    <Stack follow>
      <CompletenessPanel completeness={completeness} />
    </Stack>
  )
}

/** The saved registration, to be completed or, after a return, corrected. */
export const editForm = formRoute({
  path: '/cong-viec/:ref/sua',
  endpoint: editWork,
  told: 'programme.told.draft_saved',
  input: (values, params) => ({ ...registrationOf(values), ref: params.ref }),
  done: ({ ref }) => paths.edit(ref),
  async show(c, state) {
    const { card, closed } = await getCardFor(c, refIn(state), editAct)
    const title = c.t('programme.edit.title')
    if (closed.length > 0) {
      const refused = (
        <>
          <WorkHeader card={card} title={title} />
          <ClosedNotice c={c} reasons={closed} back={paths.work(card.ref)} />
        </>
      )
      return page(title, refused, { section: sections.works })
    }
    const typing = await shownTyping(c, state, draftForm(card.work.row.id), card.version)
    const values =
      state.values ?? typing.values ?? registrationValues(await readRegistration(c, card.work.row.id))
    const body = (
      <EditRegistration
        c={c}
        state={state}
        card={card}
        values={values}
        returned={await lastReturn(c, card.work)}
        content={
          await contentChoices(c, card.work.row.programme_id, {
            unitId: card.work.row.owner_unit_id,
            managingRootId: card.work.row.managing_root_id,
          })
        }
        units={await unitsOf(c, values, state)}
        typing={typing}
      />
    )
    return page(`${title}: ${card.title}`, body, { section: sections.works })
  },
})

function EditRegistration(props: {
  readonly c: Context
  readonly state: FormState
  readonly card: WorkCard
  readonly values: FormValues
  readonly returned: Awaited<ReturnType<typeof lastReturn>>
  readonly content: NewRegistrationProps['content']
  readonly units: NewRegistrationProps['units']
  readonly typing: ShownTyping
}) {
  const { c, state, card, values, returned } = props
  return (
    <>
      <WorkHeader
        card={card}
        title={c.t('programme.edit.title')}
        lead={
          <>
            {c.t('programme.edit.lead')}{' '}
            <a href={`#${completenessId}`}>{c.t('programme.form.completeness')}</a>
          </>
        }
        actions={
          <ButtonLink href={paths.submit(card.ref)} icon="send">
            {c.t('programme.edit.to_submit')}
          </ButtonLink>
        }
      />
      {returned !== null && (
        <Notice
          kind="warning"
          title={c.t('programme.edit.returned', {
            date: formatDate(returned.on, c.language),
            by: returned.by ?? '–',
          })}
        >
          <Prose text={returned.reason} />
          {returned.answerOn !== null && (
            <p>{c.t('programme.edit.answer_by', { date: formatDate(returned.answerOn, c.language) })}</p>
          )}
        </Notice>
      )}
      <TypingNotice typing={props.typing} back={paths.edit(card.ref)} />
      <ErrorSummary problems={namedProblems(state, c.t, registrationLabels)} />
      <Columns>
        <Form
          action={paths.edit(card.ref)}
          // What was typed over an older version is not laid over the newer one unseen.
          version={textValue(values, 'version') || card.version}
          idempotencyKey={state.idempotencyKey}
          enter={enter}
          guard
          autosave={autosaveOf(
            draftForm(card.work.row.id),
            Number(textValue(values, 'version')) || card.version,
            props.typing,
          )}
        >
          <Stack>
            <RegistrationFields
              c={c}
              values={values}
              errors={state.errors}
              content={props.content}
              units={props.units}
              minutes={card.ownerKind === 'collective'}
            />
            <ActionBar sticky note={c.t('programme.register.note')}>
              <SaveButton c={c} />
              <ButtonLink href={paths.work(card.ref)} kind="quiet">
                {c.t('programme.form.cancel')}
              </ButtonLink>
              <AutosaveStatus />
            </ActionBar>
          </Stack>
        </Form>
        <Completeness values={values} ownerKind={card.ownerKind} year={card.year} />
      </Columns>
    </>
  )
}
