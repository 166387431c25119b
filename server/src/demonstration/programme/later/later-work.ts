import { newId } from '../../../platform/id.ts'
import { invariant } from '../../../platform/refusal.ts'
import { compareDates, type PlainDate } from '../../../platform/time/plain-date.ts'
import {
  nextState,
  type PeriodKey,
  type ProgrammeChanges,
  type ProgrammeData,
  type Transition,
  type WorkState,
} from '../../../programme/import/index.ts'
import type { Paper } from '../../files.ts'
import type { Campaign } from '../filling/campaigns.ts'
import type { Begun } from '../filling/filler.ts'
import type { PromisedTarget } from '../filling/promises.ts'
import { type Piece, pieceRows } from '../filling/prove.ts'
import type { Choices } from '../filling/random.ts'
import type { RegisterRows } from '../filling/register-rows.ts'
import { type Readings, reportRows } from '../filling/report.ts'
import type { StateChange, WorkBuilder } from '../filling/work-builder.ts'
import { type DayFacts, type LaterLife, noFacts } from './facts.ts'

type Rows<Kind extends keyof ProgrammeData> = ProgrammeData[Kind][number]

/** The rows of one work as they stand when the demonstration opens. */
export interface Standing {
  readonly span: Rows<'spans'>
  readonly reports: readonly Rows<'reports'>[]
  readonly evidence: readonly Rows<'evidence'>[]
  readonly recognitions: readonly Rows<'recognitions'>[]
  readonly completions: readonly Rows<'completions'>[]
  readonly adjustments: readonly Rows<'adjustments'>[]
}

/**
 * The further life of an invented work, day by day. As with its beginning each step asks the table of states, so that no
 * course is made up that the rules do not open.
 */
export class LaterWork {
  readonly work: WorkBuilder
  readonly campaign: Campaign
  readonly choices: Choices
  readonly standing: Standing
  assignedOn: PlainDate
  dueOn: PlainDate
  /** Of each target what its accepted proof says by now; of recognitions how many were given. */
  readonly proved = new Map<PromisedTarget, number>()
  readonly #rows: RegisterRows
  readonly #days = new Map<PlainDate, DayFacts>()
  readonly #reported: Set<PeriodKey>
  readonly #unjudged: { id: string; targetId: string | null; on: PlainDate }[]
  #versions: number
  #completions: number
  #state: WorkState
  #since: PlainDate
  #spanId: string

  constructor(rows: RegisterRows, { work, campaign }: Begun, standing: Standing, choices: Choices) {
    invariant(work.since !== null, 'a work has begun before its life goes on')
    this.#rows = rows
    this.work = work
    this.campaign = campaign
    this.standing = standing
    this.choices = choices
    this.assignedOn = campaign.calendar.assignedOn
    this.dueOn = work.dueOn
    this.#state = work.state
    this.#since = work.since
    this.#spanId = standing.span.id
    this.#versions = work.version
    this.#completions = standing.completions.length
    this.#reported = new Set(standing.reports.map((report) => report.period_key as PeriodKey))
    this.#unjudged = standing.evidence
      .filter(({ state }) => state === 'offered')
      .map((piece) => ({
        id: piece.id,
        targetId: piece.target_id ?? null,
        on: piece.effective_on as PlainDate,
      }))
  }

  get id(): WorkBuilder['id'] {
    return this.work.id
  }

  get state(): WorkState {
    return this.#state
  }

  get since(): PlainDate {
    return this.#since
  }

  get version(): number {
    return this.#versions
  }

  hasReported(period: PeriodKey): boolean {
    return this.#reported.has(period)
  }

  move(action: Transition, change: StateChange): void {
    const state = nextState(this.#state, action)
    invariant(state !== null, `${action} is open from ${this.#state}`)
    const { on } = change
    invariant(this.#since <= on, `${action} does not come before what it follows`)
    this.change(on, 'spans', { id: this.#spanId, to_on: on })
    this.#spanId = newId<'span'>()
    this.add(on, 'spans', {
      id: this.#spanId,
      work_id: this.id,
      programme_id: this.#rows.programmeId,
      state,
      action,
      from_on: on,
      to_on: null,
      reason: change.reason ?? null,
      document: change.document ?? null,
      decision_id: change.decisionId ?? null,
      body_id: change.bodyId ?? null,
    })
    this.change(on, 'works', { id: this.id, state, state_since: on })
    this.#state = state
    this.#since = on
  }

  /** Reports on a day; the report may bear an earlier one. */
  report(period: PeriodKey, sentOn: PlainDate, readings: Readings, datedOn = sentOn): void {
    if (this.#reported.has(period)) return
    this.#reported.add(period)
    const reporting = { id: this.id, owner: this.work.owner, promise: this.work.promise, rows: this.#rows }
    const { row, values } = reportRows(this.choices, reporting, { period, on: datedOn, readings })
    this.add(sentOn, 'reports', { ...row, sent_on: sentOn })
    for (const value of values) this.add(sentOn, 'reportValues', value)
    if (this.#state === 'assigned') this.move('start', { on: sentOn, bodyId: this.work.owner.unitId })
  }

  /** Offers a piece of proof, not judged yet. */
  offer(piece: Omit<Piece, 'verdict'>): string {
    const handIn = (paper: Paper) => {
      const upload = this.#rows.paper(paper)
      this.#day(piece.offeredOn).uploads.push(upload)
      return upload.id
    }
    const proving = { id: this.id, owner: this.work.owner, rows: { handIn } }
    const { row, recognition } = pieceRows(this, proving, { ...piece, verdict: null })
    this.add(piece.offeredOn, 'evidence', row)
    if (recognition !== null) this.add(piece.offeredOn, 'recognitions', recognition)
    this.#unjudged.push({ id: row.id, targetId: piece.target.id, on: piece.offeredOn })
    return row.id
  }

  /** Whether a piece of proof for this promise waits to be judged. */
  isWaiting(target: PromisedTarget): boolean {
    return this.#unjudged.some(({ targetId }) => targetId === target.id)
  }

  judge(id: string, on: PlainDate, refusal: string | null = null): void {
    const at = this.#unjudged.findIndex((piece) => piece.id === id)
    const piece = this.#unjudged[at]
    invariant(piece !== undefined && piece.on <= on, 'a piece is offered before it is judged')
    this.#unjudged.splice(at, 1)
    this.change(on, 'evidence', {
      id,
      state: refusal === null ? 'accepted' : 'refused',
      decided_on: on,
      decided_by_person_id: this.campaign.monitor,
      decided_for_unit_id: this.campaign.issuerId,
      reason: refusal,
    })
  }

  /** Accepts whatever proof still waits on that day. */
  acceptProof(on: PlainDate): void {
    for (const { id, on: offeredOn } of [...this.#unjudged]) if (offeredOn <= on) this.judge(id, on)
  }

  reportCompletion(reportedOn: PlainDate, doneOn: PlainDate): string {
    this.#completions += 1
    const id = newId<'completion'>()
    this.move('report_completion', { on: reportedOn, bodyId: this.work.owner.unitId })
    this.add(reportedOn, 'completions', {
      id,
      work_id: this.id,
      number: this.#completions,
      reported_on: reportedOn,
      work_done_on: doneOn,
      content: `Đã hoàn thành toàn bộ nội dung đăng ký. ${this.work.promise.product}`,
      person_id: this.work.owner.speaker.personId,
    })
    return id
  }

  checkCompletion(id: string, on: PlainDate): void {
    this.change(on, 'completions', {
      id,
      checked_on: on,
      checked_by_person_id: this.campaign.monitor,
      check_comment: 'Đã đối chiếu minh chứng với từng chỉ tiêu.',
    })
  }

  decideCompletion(
    id: string,
    {
      on,
      doneOn,
      document,
      refusal,
    }: { on: PlainDate; doneOn: PlainDate; document: string; refusal: string | null },
  ): void {
    this.change(on, 'completions', {
      id,
      outcome: refusal === null ? 'accepted' : 'refused',
      decided_on: on,
      decided_by_person_id: this.campaign.decider.personId,
      decided_for_unit_id: this.campaign.issuerId,
      document,
      reason: refusal,
    })
    const decided = { on, bodyId: this.campaign.issuerId, document }
    if (refusal !== null) {
      this.move('refuse_completion', { ...decided, reason: refusal })
      return
    }
    this.move('accept_completion', decided)
    this.change(on, 'works', { id: this.id, work_done_on: doneOn, accepted_on: on })
  }

  /** Another due date was granted: the promise is kept as it is now. */
  postpone(on: PlainDate, dueOn: PlainDate): void {
    this.dueOn = dueOn
    this.change(on, 'works', { id: this.id, due_on: dueOn })
    this.keepVersion(on, 'adjusted')
  }

  keepVersion(on: PlainDate, reason: 'resubmitted' | 'adjusted'): void {
    this.#versions += 1
    this.add(on, 'versions', {
      work_id: this.id,
      number: this.#versions,
      reason,
      content: this.work.registration(this.dueOn),
      effective_on: on,
    })
    if (reason === 'resubmitted') this.change(on, 'works', { id: this.id, submitted_version: this.#versions })
  }

  add<Kind extends keyof ProgrammeData>(on: PlainDate, kind: Kind, row: Rows<Kind>): void {
    const lists = this.#day(on).added as Partial<Record<Kind, Rows<Kind>[]>>
    const list = lists[kind]
    if (list === undefined) lists[kind] = [row]
    else list.push(row)
  }

  change<Kind extends keyof ProgrammeChanges>(
    on: PlainDate,
    kind: Kind,
    row: ProgrammeChanges[Kind][number],
  ): void {
    const lists = this.#day(on).changed as Partial<Record<Kind, ProgrammeChanges[Kind][number][]>>
    const list = lists[kind]
    if (list === undefined) lists[kind] = [row]
    else list.push(row)
  }

  /** What happens to it, day by day. */
  life(): LaterLife {
    // The register counts the version of a work up from one above its kept versions.
    const first = this.work.version + 1
    const days = [...this.#days]
      .sort(([a], [b]) => compareDates(a, b))
      .map(([on, facts], index) => ({ on, workVersion: first + index, facts }))
    return { workId: this.id, days }
  }

  #day(on: PlainDate): DayFacts {
    const known = this.#days.get(on)
    if (known !== undefined) return known
    const fresh = noFacts()
    this.#days.set(on, fresh)
    return fresh
  }
}
