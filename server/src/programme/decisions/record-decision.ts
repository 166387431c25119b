import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { publish } from '../../platform/jobs/events.ts'
import { type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { ActOnWork } from '../act-on-work.ts'
import { moved, moveStates } from '../move-state.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { answeringReasons, type Issuer } from '../rules/competence.ts'
import { guardApprove, guardDrop, guardReject, guardReturn } from '../rules/guards/appraisal.ts'
import { workAssignReasons } from '../rules/guards/assigning.ts'
import { type DecisionFacts, decisionReasons, guarded } from '../rules/guards/standing.ts'
import type { DecisionId } from '../tables.ts'
import { type LoadedWork, listWorksForUpdate } from '../work.ts'
import { type DecisionFactsOfWorks, loadDecisionFacts } from './decision-facts.ts'
import {
  actingFor,
  decisionFields,
  getProgrammeId,
  keepDecision,
  keepDecisionItems,
  requireIssuer,
} from './decision-paper.ts'

/** Deciding on a work: only its state is known before; what a decision says of each work is checked as it is recorded. */
export const decideAct: ActOnWork = {
  name: 'decide',
  permission: 'decide',
  shownIn: ['submitted', 'appraising', 'approved'],
  href: (ref) => paths.recordDecision({ refs: [ref] }),
  against: ({ work: { standing } }) =>
    guarded(standing, standing.state === 'approved' ? 'assign' : 'approve'),
}

/** What a decision may say of a work. Approving and assigning may come in one decision. */
export const decidedActions = ['approve', 'approve_assign', 'assign', 'return', 'reject', 'drop'] as const
type DecidedAction = (typeof decidedActions)[number]

const maxItems = 2000

const itemFields = z.strictObject({
  ref: field.text(80),
  action: field.choice(decidedActions),
  reason: field.optionalText(2000),
  returnBy: field.optionalDate(),
})

const decisionInput = z.strictObject({ ...decisionFields, items: field.many(itemFields, maxItems) })
type DecisionInput = z.output<typeof decisionInput>

/**
 * Records one decision of a collective body on many works: approves, returns, rejects, drops and assigns, all of them or
 * none. Each work that cannot be decided so is named with its reasons (acceptance scenario 2).
 */
export const recordDecision = endpoint({
  name: 'decision.record',
  fresh: true,
  input: decisionInput,
  run: (c, input) => decide(c, input),
})

const assignmentInput = z.strictObject({
  ...decisionFields,
  works: z.array(field.text(80)).min(1, 'error.required').max(maxItems, 'error.too_many'),
})

/** Assigns the listed works by one decision: the same act, said shortly for machines. */
export const assignWorks = endpoint({
  name: 'decision.assign',
  fresh: true,
  input: assignmentInput,
  run: (c, { works, ...paper }) =>
    decide(c, {
      ...paper,
      items: works.map((ref) => ({ ref, action: 'assign', reason: '', returnBy: null })),
    }),
})

interface DecidedItem {
  readonly work: LoadedWork
  readonly action: DecidedAction
  readonly reason: string
  readonly returnBy: PlainDate | null
}

async function decide(c: Context, input: DecisionInput) {
  const issuer = await requireIssuer(c, input.issuer)
  const facts = { number: input.number, decidedOn: input.decidedOn, today: c.today }
  const items = await requireDecidable(c, input, issuer, facts)
  const decisionId = await keepDecision(c, input, issuer)
  await keepItems(c, decisionId, items)
  await applyItems(c, decisionId, input.decidedOn, issuer, items)
  await refreshSignals(
    c,
    items.map(({ work }) => work.row.id),
  )
  await audit(
    c,
    'decision.record',
    { kind: 'decision', id: decisionId },
    {
      number: input.number,
      decidedOn: input.decidedOn,
      issuer: issuer.unitId,
      works: items.map(({ work, action }) => ({ code: work.row.code, action })),
    },
  )
  await publish(c, 'decision.recorded', { decisionId })
  const assigned = items.filter(({ action }) => action === 'assign' || action === 'approve_assign').length
  return { decisionId, number: input.number, decidedOn: input.decidedOn, works: items.length, assigned }
}

/** All problems of the decision, work by work, so that the user can fix them together. */
async function requireDecidable(
  c: Context,
  input: DecisionInput,
  issuer: Issuer,
  facts: DecisionFacts,
): Promise<readonly DecidedItem[]> {
  await getProgrammeId(c, input.year)
  refuseIf(decisionReasons(facts))
  if (input.items.length === 0)
    throw new Refusal('no_works_listed', {}, { reasons: [{ code: 'no_works_listed', field: 'items' }] })

  const listed = await listWorksForUpdate(
    c,
    input.items.map((item) => item.ref),
  )
  // To somebody who may not see it, a work does not exist: neither here nor anywhere else.
  const works = listed.filter(({ record }) => may(c, 'read', record))
  const known = await loadDecisionFacts(c, works, input.decidedOn)
  const seen = new Set<string>()
  const reasons: Reason[] = []
  const items: DecidedItem[] = []
  for (const [index, item] of input.items.entries()) {
    const work = works.find(({ row }) => row.id === item.ref || row.code === item.ref)
    const against =
      work === undefined
        ? [{ code: 'work_unknown', params: { code: item.ref } } as const]
        : againstItem(c, { ...item, work }, { year: input.year, issuer, facts, known, seen })
    reasons.push(
      ...against.map((one) => ({ ...one, subject: work?.row.code ?? item.ref, field: `items.${index}` })),
    )
    if (work !== undefined) items.push({ ...item, work })
  }
  if (reasons.length > 0)
    throw new Refusal(
      'decision_refused',
      { count: new Set(reasons.map((one) => one.subject)).size },
      { reasons },
    )
  return items
}

interface Circumstances {
  readonly year: number
  readonly issuer: Issuer
  readonly facts: DecisionFacts
  readonly known: DecisionFactsOfWorks
  readonly seen: Set<string>
}

function againstItem(
  c: Context,
  item: DecidedItem,
  { year, issuer, facts, known, seen }: Circumstances,
): readonly Reason[] {
  const { work } = item
  const code = work.row.code ?? work.row.id
  if (seen.has(work.row.id)) return [{ code: 'work_listed_twice', params: { code } }]
  seen.add(work.row.id)
  if (work.standing.year !== year) return [{ code: 'work_of_other_programme', params: { code, year } }]
  if (!may(actingFor(c, issuer), decideAct.permission, work.record))
    return [{ code: 'work_not_yours_to_decide', params: { code } }]
  return decidedReasons(item, issuer, facts, known)
}

function decidedReasons(
  item: DecidedItem,
  issuer: Issuer,
  decision: DecisionFacts,
  known: DecisionFactsOfWorks,
): readonly Reason[] {
  const { work, action } = item
  const owner = known.owners.get(work.row.id)
  const base = { standing: work.standing, decision, changedOn: work.row.state_since as PlainDate }
  const reasoned = { ...base, reason: item.reason }
  const answering =
    owner === undefined || decision.decidedOn === null
      ? []
      : answeringReasons(issuer, owner, decision.decidedOn)
  const assignable = (standing: LoadedWork['standing']) =>
    owner === undefined
      ? []
      : workAssignReasons({ standing, changedOn: base.changedOn, owner }, issuer, decision.decidedOn)
  switch (action) {
    case 'return':
      return [...guardReturn({ ...reasoned, answerOn: item.returnBy }), ...answering]
    case 'reject':
      return [...guardReject(reasoned), ...answering]
    case 'drop':
      return [...guardDrop(reasoned), ...answering]
    case 'assign':
      return assignable(work.standing)
    case 'approve':
      return [...guardApprove({ ...base, ...approvalFacts(work, known) }), ...answering]
    case 'approve_assign': {
      const approval = guardApprove({ ...base, ...approvalFacts(work, known) })
      return approval.length > 0 ? approval : assignable({ ...work.standing, state: 'approved' })
    }
  }
}

function approvalFacts(work: LoadedWork, known: DecisionFactsOfWorks) {
  return {
    currentVersion: work.row.submitted_version ?? 0,
    appraisals: known.appraisals.get(work.row.id) ?? [],
    openDuplicates: known.openDuplicates.get(work.row.id) ?? [],
  }
}

async function keepItems(c: Context, decisionId: DecisionId, items: readonly DecidedItem[]): Promise<void> {
  const rows = items.flatMap(({ work, action, reason, returnBy }, index) =>
    partsOf(action).map((part) => ({ workId: work.row.id, action: part, ord: index + 1, reason, returnBy })),
  )
  await keepDecisionItems(c, decisionId, rows)
}

const partsOf = (action: DecidedAction) =>
  action === 'approve_assign' ? (['approve', 'assign'] as const) : ([action] as const)

async function applyItems(
  c: Context,
  decisionId: DecisionId,
  on: PlainDate,
  issuer: Issuer,
  items: readonly DecidedItem[],
): Promise<void> {
  const worksFor = (...actions: readonly DecidedAction[]) =>
    items.filter(({ action }) => actions.includes(action)).map(({ work }) => work)
  const approve = { action: 'approve', on, decisionId } as const
  const assigned = { assigner_unit_id: issuer.unitId, assigner_root_id: issuer.rootId, assigned_on: on }

  await moveStates(c, worksFor('approve', 'approve_assign'), approve)
  const approvedNow = worksFor('approve_assign').map((work) => moved(work, approve))
  await moveStates(c, [...worksFor('assign'), ...approvedNow], {
    action: 'assign',
    on,
    decisionId,
    set: assigned,
  })
  for (const item of items) {
    if (item.action !== 'return' && item.action !== 'reject' && item.action !== 'drop') continue
    await moveStates(c, [item.work], {
      action: item.action,
      on,
      decisionId,
      reason: item.reason,
      set: { return_by: item.returnBy },
    })
  }
}
