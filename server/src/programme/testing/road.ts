import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { parseTyped } from '../../platform/http/parse.ts'
import { newId } from '../../platform/id.ts'
import { appraisalCriteria, appraiseWork, openAppraisal } from '../appraisal/appraise-work.ts'
import { askAdjustment } from '../carrying-out/adjust-work.ts'
import { reportWork, startWork } from '../carrying-out/report-work.ts'
import { suspendWork } from '../carrying-out/suspend-work.ts'
import { checkCompletion, reportCompletion } from '../completion/complete-work.ts'
import { recordDecision } from '../decisions/record-decision.ts'
import { judgeEvidence } from '../evidence/judge-evidence.ts'
import { offerEvidence } from '../evidence/offer-evidence.ts'
import { insertRows } from '../import/import-rows.ts'
import { registerWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import { registrationInput, type TestProgramme, targetInput, testYear } from './ground.ts'

/** Where a work can be brought by the acts of its road. */
export type Place =
  | 'draft'
  | 'submitted'
  | 'appraising'
  | 'appraised'
  | 'returned'
  | 'approved'
  | 'assigned'
  | 'in_progress'
  | 'reported'
  | 'evidence_offered'
  | 'suspended'
  | 'adjustment_asked'
  | 'ready_to_complete'
  | 'completion_reported'
  | 'completion_checked'

/** An act by somebody on a day, as the form or the API would send it. */
export interface Deed {
  readonly by: TestPersonName
  readonly on: string
  readonly endpoint: AnyEndpoint
  readonly input: unknown
}

/** Any act: what was parsed by its own schema is what it runs with. */
export interface AnyEndpoint {
  readonly name: string
  readonly input: z.ZodType
  run(c: Context, input: never): Promise<unknown>
}

/** The day of each act, in the order of a year: everything before a day has happened on an earlier one. */
export const roadDays = {
  register: `${testYear}-01-10`,
  submit: `${testYear}-01-20`,
  appraise: `${testYear}-02-10`,
  decide: `${testYear}-03-01`,
  start: `${testYear}-03-10`,
  report: `${testYear}-04-02`,
  pause: `${testYear}-05-03`,
  complete: `${testYear}-06-01`,
} as const

let titles = 0

/** A title that is like no other, so that no warning of a duplicate stands in the way. */
export function unlikeTitle(): string {
  titles += 1
  const digest = createHash('sha256').update(`title ${titles}`).digest('hex')
  return `Việc ${digest.match(/.{7}/g)?.join(' ') ?? digest}`
}

/** Leads works of the Huyện ủy Tứ Kỳ through the use cases themselves: nothing here writes the register another way. */
export class Road {
  readonly #programme: TestProgramme
  #numbers = 0

  constructor(programme: TestProgramme) {
    this.#programme = programme
  }

  /** Does it, in a transaction of its own. */
  do<Result = { readonly id: string }>({ by, on, endpoint, input }: Deed): Promise<Result> {
    const parsed = parseTyped(endpoint.input, input)
    return this.#programme.as(by, on, (c) => endpoint.run(c, parsed as never)) as Promise<Result>
  }

  /** What a deed on this work sends next to its own fields. */
  async on(id: string): Promise<{ readonly ref: string; readonly version: number }> {
    const { version } = await this.work(id)
    return { ref: id, version }
  }

  work(id: string) {
    return this.#programme.database.db
      .selectFrom('work')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  }

  async target(id: string): Promise<string> {
    const { db } = this.#programme.database
    const row = await db.selectFrom('target').select('id').where('work_id', '=', id).executeTakeFirstOrThrow()
    return row.id
  }

  /** The piece of proof of the work that was offered last. */
  async evidence(id: string): Promise<string> {
    const { db } = this.#programme.database
    const offered = db.selectFrom('evidence').select('id').where('work_id', '=', id)
    return (await offered.orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  }

  /** A paper that the person has handed in. */
  async upload(by: TestPersonName): Promise<string> {
    const id = newId()
    const sha256 = createHash('sha256').update(id).digest('hex')
    const { accountId } = this.#programme.organisation.actorFor(by)
    const at = new Date(`${testYear}-01-01T00:00:00Z`)
    await this.#programme.database.db.transaction().execute(async (db) => {
      await insertRows(db, 'blob', [{ sha256, size_bytes: 1, media_type: 'application/pdf', stored_at: at }])
      await insertRows(db, 'upload', [
        { id, sha256, file_name: 'van-ban.pdf', uploaded_by: accountId, uploaded_at: at },
      ])
    })
    return id
  }

  /** A decision of the province's standing committee on works. */
  decision(
    items: readonly Readonly<Record<string, unknown>>[],
    more: Partial<Deed> & { number?: string } = {},
  ): Deed {
    this.#numbers += 1
    const { number = `${this.#numbers}-QĐ/TU`, ...rest } = more
    const on = rest.on ?? roadDays.decide
    return {
      by: 'thuong-vu',
      on,
      endpoint: recordDecision,
      input: { year: testYear, issuer: 'btv-tinh-uy', number, decidedOn: on, items },
      ...rest,
    }
  }

  /** Registers a work and brings it where it is wanted. @returns its id */
  async bring(to: Place, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const registration = registrationInput(this.#programme, {
      title: unlikeTitle(),
      targets: [
        targetInput({ recognitionRequired: true, recognitionBy: 'Sở Nông nghiệp (minh hoạ)', value: 1 }),
      ],
      ...more,
    })
    const { id } = await this.do({
      by: 'tu-ky',
      on: roadDays.register,
      endpoint: registerWork,
      input: registration,
    })
    for (const step of ways[to]) await this.do(await step(this, id))
    return id
  }
}

type Step = (road: Road, id: string) => Promise<Deed>

const step =
  (
    by: TestPersonName,
    on: string,
    endpoint: AnyEndpoint,
    fields: (road: Road, id: string) => Promise<object> | object = () => ({}),
  ): Step =>
  async (road, id) => ({
    by,
    on,
    endpoint,
    input: { ...(await road.on(id)), ...(await fields(road, id)) },
  })

export const allScores = Object.fromEntries(appraisalCriteria.map((criterion) => [criterion, 2]))

/** The acts of the road, each open once those before it are done. */
export const steps = {
  submit: step('tu-ky', roadDays.submit, submitWork),
  open: step('tuyen-giao', roadDays.appraise, openAppraisal),
  appraise: step('tuyen-giao', roadDays.appraise, appraiseWork, () => ({
    scores: allScores,
    outcome: 'approve',
  })),
  return: async (road, id) =>
    road.decision([{ ref: id, action: 'return', reason: 'Nêu rõ sản phẩm.', returnBy: `${testYear}-03-20` }]),
  approve: async (road, id) => road.decision([{ ref: id, action: 'approve' }]),
  assign: async (road, id) => road.decision([{ ref: id, action: 'assign' }]),
  start: step('tu-ky', roadDays.start, startWork, () => ({ startedOn: roadDays.start })),
  report: step('tu-ky', roadDays.report, reportWork, async (road, id) => ({
    period: 'q1',
    reportedOn: roadDays.report,
    content: 'Đã xây xong hai vùng.',
    values: [{ targetId: await road.target(id), value: 2 }],
  })),
  offer: step('tu-ky', roadDays.report, offerEvidence, async (road, id) => ({
    kind: 'recognition',
    title: 'Quyết định công nhận vùng 1',
    targetId: await road.target(id),
    effectiveOn: roadDays.report,
    uploadId: await road.upload('tu-ky'),
    recognition: {
      authority: 'Sở Nông nghiệp (minh hoạ)',
      competence: 'Công nhận vùng sản xuất',
      number: '15/QĐ',
      recognisedOn: roadDays.report,
      quantity: 1,
    },
  })),
  accept: async (road, id) => ({
    by: 'van-phong',
    on: roadDays.report,
    endpoint: judgeEvidence,
    input: { ref: id, evidenceId: await road.evidence(id), outcome: 'accept' },
  }),
  suspend: step('thuong-vu', roadDays.pause, suspendWork, () => ({
    reason: 'Mưa lũ.',
    document: 'Công văn 12-CV/TU',
  })),
  ask: step('tu-ky', roadDays.pause, askAdjustment, () => ({
    newDueOn: `${testYear}-12-20`,
    reason: 'Mưa lũ kéo dài.',
  })),
  complete: step('tu-ky', roadDays.complete, reportCompletion, () => ({
    workDoneOn: roadDays.pause,
    content: 'Hoàn thành.',
  })),
  check: step('van-phong', roadDays.complete, checkCompletion, () => ({ comment: 'Đã đối chiếu.' })),
} as const satisfies Record<string, Step>

const toAppraisal = [steps.submit, steps.open] as const
const toAppraised = [...toAppraisal, steps.appraise] as const
const toApproved = [...toAppraised, steps.approve] as const
const toAssigned = [...toApproved, steps.assign] as const
const toStarted = [...toAssigned, steps.start] as const
const toReady = [...toStarted, steps.report, steps.offer, steps.accept] as const
const toCompletion = [...toReady, steps.complete] as const

const ways: Readonly<Record<Place, readonly Step[]>> = {
  draft: [],
  submitted: [steps.submit],
  appraising: toAppraisal,
  appraised: toAppraised,
  returned: [...toAppraised, steps.return],
  approved: toApproved,
  assigned: toAssigned,
  in_progress: toStarted,
  reported: [...toStarted, steps.report],
  evidence_offered: [...toStarted, steps.report, steps.offer],
  suspended: [...toStarted, steps.suspend],
  adjustment_asked: [...toStarted, steps.ask],
  ready_to_complete: toReady,
  completion_reported: toCompletion,
  completion_checked: [...toCompletion, steps.check],
}
