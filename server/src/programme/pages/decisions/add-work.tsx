import type { Context } from '../../../platform/context.ts'
import { type FormValues, field, listValue, textValue } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, RadioGroup, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { ActionBar, FieldRow, Form } from '../../../ui/form.tsx'
import { EmptyState, ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Stack } from '../../../ui/panel.tsx'
import { ShowWhen } from '../../../ui/show-when.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import { addWork } from '../../decisions/add-work.ts'
import { issuersFor } from '../../decisions/decision-candidates.ts'
import { paths } from '../../paths.ts'
import {
  chosenProgramme,
  contentChoices,
  holderChoices,
  type OpenProgramme,
  openProgrammes,
  unitChoices,
} from '../../registration/registration-choices.ts'
import { actValues } from '../act-values.ts'
import { RegistrationFields, registrationLabels } from '../registration/registration-fields.tsx'
import { sections } from '../sections.ts'
import { unitSearchField } from '../unit-search.tsx'
import { OwnerSearch, ownerSearchField } from './owner-search.tsx'

const labels = {
  ...registrationLabels,
  ownerUnit: 'programme.add.unit',
  ownerHoldingId: 'programme.add.person',
  issuer: 'programme.decide.issuer',
  number: 'programme.decide.number',
  decidedOn: 'programme.decide.on',
  reason: 'programme.add.reason',
  uploadId: 'programme.decide.file',
} as const

/** A superior adds a work that nobody registered, by decision; it is approved at once, and assigned where the paper says so. */
export const addWorkForm = formRoute({
  path: '/cong-viec/bo-sung',
  takesFiles: true,
  endpoint: addWork,
  told: 'programme.told.work_added',
  keepsTyping: true,
  input: (values) => actValues(values, unitSearchField, ownerSearchField),
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const title = c.t('programme.add.title')
    const issuers = await issuersFor(c)
    const programmes = await openProgrammes(c)
    const values = state.values ?? {}
    const programme = chosenProgramme(c, programmes, textValue(values, 'year') || state.query.nam)
    if (issuers.length === 0 || programme === undefined) {
      const why = issuers.length === 0 ? 'no_issuer' : 'no_year'
      const none = (
        <>
          <PageHeader title={title} />
          <EmptyState icon="gavel" title={c.t(`programme.decide.${why}`)}>
            {c.t(`programme.decide.${why}_text`)}
          </EmptyState>
        </>
      )
      return page(title, none, {
        section: sections.decisions,
        ...(issuers.length === 0 ? { status: 403 } : {}),
      })
    }
    return page(title, await bodyOf(c, state, values, programme, issuers), { section: sections.decisions })
  },
})

async function bodyOf(
  c: Context,
  state: FormState,
  values: FormValues,
  programme: OpenProgramme,
  issuers: Awaited<ReturnType<typeof issuersFor>>,
) {
  const ownerId = textValue(values, 'ownerUnit')
  const ownerWords = textValue(values, ownerSearchField)
  const unitWords = textValue(values, unitSearchField)
  const searching = state.values !== undefined && Object.keys(state.errors).length === 0
  const owners = await unitChoices(c, ownerWords, ownerId === '' ? [] : [ownerId])
  const content = await contentChoices(c, programme.id, {
    unitId: owners.chosen[0]?.id ?? null,
    managingRootId: null,
  })
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: c.t('programme.nav.decisions'), href: paths.decisions(programme.year) },
          { label: c.t('programme.decide.title'), href: paths.recordDecision() },
        ]}
        title={c.t('programme.add.title')}
        lead={c.t('programme.add.lead', { year: programme.year })}
      />
      <TypingNotice typing={state.typing} />
      <ErrorSummary problems={namedProblems(state, c.t, labels)} />
      <Form
        action={paths.addWork()}
        idempotencyKey={state.idempotencyKey}
        hidden={{ year: programme.year }}
        upload
        guard
        typing={state.typing}
      >
        <Stack>
          <Panel title={c.t('programme.add.who')}>
            <OwnerFields
              c={c}
              state={state}
              values={values}
              owners={owners}
              searched={searching && ownerWords !== ''}
              holders={await holderChoices(c, owners.chosen[0]?.id ?? null)}
            />
          </Panel>
          <Panel title={c.t('programme.add.paper')} lead={c.t('programme.add.paper_lead')}>
            <PaperFields c={c} state={state} issuers={issuers} />
          </Panel>
          <RegistrationFields
            c={c}
            values={values}
            errors={state.errors}
            content={content}
            units={{
              words: unitWords,
              searched: searching && unitWords !== '',
              choices: await unitChoices(c, unitWords, listValue(values, 'supportingUnitIds')),
            }}
            minutes={false}
          />
          <ActionBar sticky note={c.t('programme.add.note')}>
            <Button kind="primary" icon="plus">
              {c.t('programme.add.act')}
            </Button>
            <ButtonLink href={paths.recordDecision()} kind="quiet">
              {c.t('programme.form.cancel')}
            </ButtonLink>
          </ActionBar>
        </Stack>
      </Form>
    </>
  )
}

function OwnerFields(props: {
  readonly c: Context
  readonly state: FormState
  readonly values: FormValues
  readonly owners: Awaited<ReturnType<typeof unitChoices>>
  readonly searched: boolean
  readonly holders: Awaited<ReturnType<typeof holderChoices>>
}) {
  const { c, state, values, holders } = props
  return (
    <>
      <OwnerSearch
        choices={props.owners}
        words={textValue(values, ownerSearchField)}
        searched={props.searched}
        error={state.errors.ownerUnit}
      />
      <RadioGroup
        name="ownerKind"
        label={c.t('programme.registration.ownerKind')}
        layout="inline"
        value={textValue(values, 'ownerKind') || 'collective'}
        error={state.errors.ownerKind}
        choices={[
          { value: 'collective', label: c.t('programme.registration.collective') },
          { value: 'individual', label: c.t('programme.registration.individual') },
        ]}
      />
      <ShowWhen field="ownerKind" is={['individual']} always={state.errors.ownerHoldingId !== undefined}>
        <Select
          name="ownerHoldingId"
          label={c.t('programme.add.person')}
          hint={c.t(holders.length === 0 ? 'programme.add.person_first' : 'programme.add.person_hint')}
          value={textValue(values, 'ownerHoldingId')}
          error={state.errors.ownerHoldingId}
          options={holders.map(({ holdingId, label }) => ({ value: holdingId, label }))}
        />
      </ShowWhen>
    </>
  )
}

function PaperFields(props: {
  readonly c: Context
  readonly state: FormState
  readonly issuers: Awaited<ReturnType<typeof issuersFor>>
}) {
  const { c, state, issuers } = props
  return (
    <>
      <Select
        {...field(state, 'issuer', issuers[0]?.code)}
        label={c.t('programme.decide.issuer')}
        options={issuers.map(({ code, name }) => ({ value: code, label: name }))}
        empty={false}
      />
      <FieldRow>
        <TextField {...field(state, 'number')} label={c.t('programme.decide.number')} maxLength={60} />
        <DateField {...field(state, 'decidedOn')} label={c.t('programme.decide.on')} hint="" />
      </FieldRow>
      <TextArea
        {...field(state, 'reason')}
        label={c.t('programme.add.reason')}
        hint={c.t('programme.add.reason_hint')}
        rows={2}
      />
      <Checkbox
        name="assign"
        label={c.t('programme.add.assign')}
        hint={c.t('programme.add.assign_hint')}
        checked={field(state, 'assign').value === 'on'}
      />
      <FileField
        name="uploadId"
        label={c.t('programme.decide.file')}
        error={state.errors.uploadId}
        kept={state.uploads.filter((upload) => upload.field === 'uploadId')}
        accept=".pdf,.docx,.png,.jpg,.jpeg"
        optional
      />
    </>
  )
}
