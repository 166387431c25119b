import type { Body } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import { field, shown, textValue } from '../../../platform/http/form.ts'
import { type FormState, formRoute, type Params, page } from '../../../platform/http/route.ts'
import type { MessageKey } from '../../../platform/message-key.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { fieldId, TextField } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { ActionBar, FieldRow, Form } from '../../../ui/form.tsx'
import { FilterBar } from '../../../ui/list-tools.tsx'
import { EmptyState, ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Note, Panel, Stack } from '../../../ui/panel.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import {
  type Candidates,
  candidateGroups,
  decisionCandidates,
  issuersFor,
  maxCandidates,
} from '../../decisions/decision-candidates.ts'
import { recordDecision } from '../../decisions/record-decision.ts'
import { addressNames, addressValues } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import {
  chosenProgramme,
  contentChoices,
  type OpenProgramme,
  openProgrammes,
} from '../../registration/registration-choices.ts'
import { chosenIn } from '../lists/chosen-works.tsx'
import { sections } from '../sections.ts'
import { CandidateNotes, DecisionGroup, ExceptionRows } from './decision-groups.tsx'
import { decidedItems, decisionInput, erredItem } from './decision-values.ts'
import { tierNames } from './tier-names.ts'

const formId = 'quyet-dinh'

/** What the address asks for: whose decision, and which works. */
interface Asked {
  readonly issuer: Body
  readonly programme: OpenProgramme
  readonly params: Params
  readonly refs: readonly string[]
  readonly all: boolean
}

/** One decision of a collective body on many works: its paper, the works, and what it says of each. */
export const recordDecisionForm = formRoute({
  path: '/quyet-dinh/moi',
  takesFiles: true,
  endpoint: recordDecision,
  told: 'programme.told.decision_recorded',
  keepsTyping: true,
  input: (values) => decisionInput(values),
  done: ({ decisionId }) => paths.decision(decisionId),
  async show(c, state) {
    const title = c.t('programme.decide.title')
    const issuers = await issuersFor(c)
    const programmes = await openProgrammes(c)
    const programme = chosenProgramme(c, programmes, state.query[addressNames.year])
    const issuer = issuers.find(({ code }) => code === state.query['co-quan']) ?? issuers[0]
    if (issuer === undefined || programme === undefined) {
      const why = issuer === undefined ? 'no_issuer' : 'no_year'
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
        ...(issuer === undefined ? { status: 403 } : {}),
      })
    }
    const asked = askedBy(state.query, issuer, programme)
    const body = (
      <DecisionBody
        c={c}
        state={state}
        asked={asked}
        issuers={issuers}
        programmes={programmes}
        themes={(await contentChoices(c, programme.id, { unitId: null, managingRootId: null })).themes}
        candidates={await candidatesOf(c, asked)}
      />
    )
    return page(title, body, { section: sections.decisions })
  },
})

function askedBy(query: Params, issuer: Body, programme: OpenProgramme): Asked {
  // Chosen by an address, or by the ticks of a list.
  const refs = [...(query.viec ?? '').split(',').filter((ref) => ref !== ''), ...chosenIn(query)]
  return {
    issuer,
    programme,
    params: query,
    refs: refs.slice(0, maxCandidates),
    all: query.chon === 'tat-ca',
  }
}

function candidatesOf(c: Context, { issuer, programme, params, refs }: Asked): Promise<Candidates> {
  const code = (name: 'ownerKind' | 'tier') =>
    Object.entries(addressValues[name] ?? {}).find(([, word]) => word === params[addressNames[name]])?.[0] ??
    null
  const theme = Number(params[addressNames.theme])
  return decisionCandidates(c, {
    year: programme.year,
    issuer,
    ownerKind: code('ownerKind') as 'collective' | 'individual' | null,
    tier: code('tier') as (typeof tierNames)[number] | null,
    themeOrd: Number.isInteger(theme) && theme > 0 ? theme : null,
    words: (params[addressNames.q] ?? '').trim().slice(0, 200),
    refs,
  })
}

/** The address of this very list: the form goes back to it, so that after a refusal the same works are there. */
function addressOf({ issuer, programme, params, refs }: Asked, more: Params = {}): string {
  const kept = [addressNames.ownerKind, addressNames.tier, addressNames.theme, addressNames.q].flatMap(
    (name) => (params[name] ? [[name, params[name]] as [string, string]] : []),
  )
  const query = new URLSearchParams([
    ['co-quan', issuer.code],
    [addressNames.year, String(programme.year)],
    ...kept,
    ...(refs.length === 0 ? [] : ([['viec', refs.join(',')]] as [string, string][])),
    ...Object.entries(more),
  ])
  return `${paths.recordDecision()}?${query}`
}

interface DecisionBodyProps {
  readonly c: Context
  readonly state: FormState
  readonly asked: Asked
  readonly issuers: readonly Body[]
  readonly programmes: readonly OpenProgramme[]
  readonly themes: Awaited<ReturnType<typeof contentChoices>>['themes']
  readonly candidates: Candidates
}

function DecisionBody(props: DecisionBodyProps) {
  const { c, state, asked, candidates } = props
  const { refused, problems } = whatIsWrong(c, state)
  const ticked = tickedAtFirst(asked, candidates, state)
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: c.t('programme.nav.decisions'), href: paths.decisions(asked.programme.year) }]}
        title={c.t('programme.decide.title')}
        lead={c.t('programme.decide.lead')}
        actions={
          <ButtonLink href={paths.addWork()} icon="plus" kind="quiet">
            {c.t('programme.decide.add_work')}
          </ButtonLink>
        }
      />
      <TypingNotice typing={state.typing} />
      <ErrorSummary problems={problems} />
      <Stack>
        <CandidateFilter {...props} />
        <Form
          id={formId}
          action={addressOf(asked)}
          idempotencyKey={state.idempotencyKey}
          hidden={{ year: asked.programme.year, issuer: asked.issuer.code }}
          // Enter in a field records the decision; it must not press the first button, which ticks.
          enter={{ name: 'rowsAct', value: '' }}
          upload
          guard
          typing={state.typing}
        >
          <Stack>
            <Panel title={c.t('programme.decide.paper')} lead={asked.issuer.name}>
              <PaperFields c={c} state={state} />
            </Panel>
            <WhichWorks {...props} />
            {candidateGroups.map((group) => {
              const rows = candidates.rows.filter((row) => row.group === group)
              return (
                rows.length > 0 && (
                  <DecisionGroup
                    key={group}
                    group={group}
                    rows={rows}
                    form={formId}
                    values={state.values}
                    ticked={ticked}
                    refused={refused}
                  />
                )
              )
            })}
            {candidates.rows.length > 0 && (
              <ExceptionRows rows={candidates.rows} values={state.values} errors={state.errors} />
            )}
            <ActionBar sticky note={c.t('programme.decide.note')}>
              <Button
                kind="primary"
                icon="gavel"
                closedReason={candidates.rows.length === 0 ? c.t('programme.decide.nothing') : null}
              >
                {c.t('programme.decide.act')}
              </Button>
            </ActionBar>
          </Stack>
        </Form>
      </Stack>
    </>
  )
}

/** Whole lists of ticks that a press or an address asks for; null: what was ticked in the form. */
function tickedAtFirst(asked: Asked, candidates: Candidates, state: FormState): ReadonlySet<string> | null {
  const all = () => new Set(candidates.rows.map(({ ref }) => ref))
  if (state.values === undefined) return asked.all || asked.refs.length > 0 ? all() : new Set()
  if (textValue(state.values, 'tickAll') !== '') return all()
  return textValue(state.values, 'untickAll') === '' ? null : new Set()
}

const labels: Readonly<Record<string, MessageKey>> = {
  number: 'programme.decide.number',
  decidedOn: 'programme.decide.on',
  title: 'programme.decide.subject',
  uploadId: 'programme.decide.file',
}

function named(c: Context, field: string, message: string): string {
  const key = labels[field]
  return key === undefined ? message : `${c.t(key)}: ${message}`
}

/** The reasons by work, each a link to its line, and the rest as any form shows it. */
function whatIsWrong(c: Context, state: FormState) {
  const items = state.values === undefined ? [] : decidedItems(state.values)
  const refused = new Map<string, string[]>()
  const ofFields = Object.entries(state.errors).map(([path, message]) => {
    const item = erredItem(path, items)
    if (item === null) return { field: path, message: named(c, path, message) }
    const said = message.startsWith(`${item.ref}: `) ? message : `${item.ref}: ${message}`
    refused.set(item.ref, [...(refused.get(item.ref) ?? []), message.replace(`${item.ref}: `, '')])
    return { field: item.ref, message: said }
  })
  for (const message of state.problems) {
    const item = items.find(({ ref }) => message.startsWith(`${ref}: `))
    if (item !== undefined)
      refused.set(item.ref, [...(refused.get(item.ref) ?? []), message.replace(`${item.ref}: `, '')])
  }
  const problems = [...ofFields, ...state.problems.map((message) => ({ message }))]
  return { refused, problems }
}

function PaperFields({ c, state }: Pick<DecisionBodyProps, 'c' | 'state'>) {
  return (
    <>
      <FieldRow>
        <TextField
          {...field(state, 'number')}
          label={c.t('programme.decide.number')}
          hint={c.t('programme.decide.number_hint')}
          maxLength={60}
        />
        <DateField {...field(state, 'decidedOn')} label={c.t('programme.decide.on')} width="full" />
      </FieldRow>
      <RadioGroup
        name="format"
        label={c.t('programme.decide.format')}
        layout="inline"
        value={shown(state, 'format', 'party')}
        error={state.errors.format}
        choices={(['party', 'state'] as const).map((value) => ({
          value,
          label: c.t(`programme.decide.format.${value}`),
        }))}
      />
      <TextField
        {...field(state, 'title')}
        label={c.t('programme.decide.subject')}
        hint={c.t('programme.decide.subject_hint')}
        maxLength={500}
        optional
      />
      <FileField
        name="uploadId"
        label={c.t('programme.decide.file')}
        hint={c.t('programme.decide.file_hint')}
        error={state.errors.uploadId}
        kept={state.uploads.filter((upload) => upload.field === 'uploadId')}
        accept=".pdf,.docx,.png,.jpg,.jpeg"
        optional
      />
    </>
  )
}

/** Which works the groups below hold, and ticking them all at once, with or without scripts. */
function WhichWorks({ c, asked, candidates, state }: DecisionBodyProps) {
  const count = candidates.rows.length
  // What was chosen elsewhere and cannot be decided on is named, not dropped without a word.
  const leftOut = asked.refs.filter((ref) => !candidates.rows.some((row) => row.ref === ref))
  if (count === 0)
    return (
      <EmptyState icon="inbox" title={c.t('programme.decide.none')}>
        {c.t('programme.decide.none_text', { issuer: asked.issuer.name })}
      </EmptyState>
    )
  return (
    <Panel id={fieldId('items')}>
      <Note>
        {c.t(asked.refs.length > 0 ? 'programme.decide.chosen' : 'programme.decide.waiting', {
          count,
          issuer: asked.issuer.name,
        })}
      </Note>
      <CandidateNotes more={candidates.more} shown={count} />
      {leftOut.length > 0 && <Note>{c.t('programme.decide.left_out', { refs: leftOut.join(', ') })}</Note>}
      <ActionBar>
        <Button name="rowsAct" value="say:tickAll" size="small" icon="list-check" unfinished>
          {c.t('programme.decide.tick_all', { count })}
        </Button>
        <Button name="rowsAct" value="say:untickAll" size="small" kind="quiet" unfinished>
          {c.t('programme.decide.untick')}
        </Button>
        {state.values === undefined && asked.refs.length > 0 && (
          <ButtonLink href={addressOf({ ...asked, refs: [] })} size="small" kind="quiet">
            {c.t('programme.decide.all_waiting')}
          </ButtonLink>
        )}
      </ActionBar>
    </Panel>
  )
}

function CandidateFilter({ c, asked, issuers, programmes, themes }: DecisionBodyProps) {
  const { params } = asked
  const choice = (name: 'ownerKind' | 'tier', values: readonly string[]) => ({
    name: addressNames[name],
    value: params[addressNames[name]] ?? '',
    options: values.map((value) => ({
      value: addressValues[name]?.[value] ?? value,
      label: c.t(codeKey(name === 'tier' ? 'tier' : 'programme.owner', value)),
    })),
    empty: c.t('programme.form.all'),
    optional: true,
  })
  return (
    <FilterBar action={paths.recordDecision()} clearHref={paths.recordDecision()}>
      {issuers.length > 1 && (
        <Select
          name="co-quan"
          label={c.t('programme.decide.issuer')}
          value={asked.issuer.code}
          options={issuers.map(({ code, name }) => ({ value: code, label: name }))}
          empty={false}
        />
      )}
      {programmes.length > 1 && (
        <Select
          name={addressNames.year}
          label={c.t('programme.decide.year')}
          value={String(asked.programme.year)}
          options={programmes.map(({ year }) => ({ value: String(year), label: String(year) }))}
          empty={false}
        />
      )}
      <Select
        {...choice('ownerKind', ['collective', 'individual'])}
        label={c.t('programme.registration.ownerKind')}
      />
      <Select {...choice('tier', tierNames)} label={c.t('programme.decide.tier')} />
      <Select
        name={addressNames.theme}
        label={c.t('programme.decide.theme')}
        value={params[addressNames.theme] ?? ''}
        options={themes.map(({ ord, headline }) => ({ value: String(ord), label: `${ord}. ${headline}` }))}
        empty={c.t('programme.form.all')}
        optional
      />
      <TextField
        name={addressNames.q}
        label={c.t('programme.decide.words')}
        value={params[addressNames.q] ?? ''}
        type="search"
        optional
      />
    </FilterBar>
  )
}
