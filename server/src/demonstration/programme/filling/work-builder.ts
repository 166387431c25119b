import type { UnitId } from '../../../organisation/index.ts'
import type { JsonValue } from '../../../platform/data/schema.gen.ts'
import { newId } from '../../../platform/id.ts'
import { invariant } from '../../../platform/refusal.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import type { ProgrammeData, Tier, WorkId } from '../../../programme/import/index.ts'
import { nextState, type Transition, type WorkState } from '../../../programme/import/index.ts'
import type { Holder } from '../../organisation/organisation-rows.ts'
import type { PromiseOfWork } from './promises.ts'
import type { RegisterRows } from './register-rows.ts'
import type { Setting } from './titles.ts'
import { registrationOf } from './version-content.ts'

type WorkRow = ProgrammeData['works'][number]

/** Whose work it is. */
export interface WorkOwner {
  readonly kind: 'collective' | 'individual'
  readonly unitId: UnitId
  readonly unitCode: string
  /** The owner themselves, or who speaks for the body. */
  readonly speaker: Holder
  readonly managedBy: { readonly unitId: UnitId; readonly rootId: UnitId } | null
  readonly tier: Tier
  readonly where: string | null
  readonly setting: Setting
}

export interface StateChange {
  readonly on: PlainDate
  readonly decisionId?: string
  readonly reason?: string
  readonly document?: string
  readonly bodyId?: UnitId
}

/**
 * One invented work on its way through the states. Each step asks the table of states, so that no course is invented that
 * the rules do not open.
 */
export class WorkBuilder {
  readonly id: WorkId = newId<'work'>()
  readonly owner: WorkOwner
  readonly promise: PromiseOfWork
  readonly rows: RegisterRows
  readonly #columns: Partial<WorkRow> = {}
  readonly #groups: readonly string[]
  #code: string | null = null
  #continues: WorkBuilder | null = null
  #versions = 0
  #state: WorkState = 'draft'
  #since: PlainDate | null = null

  constructor(rows: RegisterRows, owner: WorkOwner, promise: PromiseOfWork, groups: readonly string[] = []) {
    this.rows = rows
    this.owner = owner
    this.promise = promise
    this.#groups = groups
  }

  get code(): string | null {
    return this.#code
  }

  get version(): number {
    return this.#versions
  }

  get state(): WorkState {
    return this.#state
  }

  /** The day on which it came into its state. */
  get since(): PlainDate | null {
    return this.#since
  }

  /** When it is due by now: as first promised, or as adjusted. */
  get dueOn(): PlainDate {
    return (this.#columns.due_on ?? this.promise.dueOn) as PlainDate
  }

  /** The promise as its last version keeps it. */
  registration(dueOn: PlainDate): JsonValue {
    return registrationOf(this.promise, {
      dueOn,
      contentGroupIds: this.#groups,
      continuesCode: this.#continues?.code ?? '',
    })
  }

  set(columns: Partial<WorkRow>): void {
    Object.assign(this.#columns, columns)
  }

  /** The work goes on from an earlier one in the register. */
  continues(earlier: WorkBuilder): void {
    this.#continues = earlier
    this.set({ continues_work_id: earlier.id, continues_unlinked: false })
  }

  /** The first state of the work. */
  begin(action: 'register' | 'add', change: StateChange): void {
    invariant(this.#since === null, 'a work begins once')
    this.#enter(action === 'register' ? 'draft' : 'approved', action, change)
  }

  move(action: Transition, change: StateChange): void {
    const state = nextState(this.#state, action)
    invariant(state !== null, `${action} is open from ${this.#state}`)
    this.#enter(state, action, change)
  }

  #enter(state: WorkState, action: string, change: StateChange): void {
    const { on } = change
    invariant(this.#since === null || this.#since <= on, `${action} does not come before what it follows`)
    const open = this.#since === null ? undefined : this.rows.spans.at(-1)
    if (open !== undefined) this.rows.spans[this.rows.spans.length - 1] = { ...open, to_on: on }
    this.rows.spans.push({
      id: newId<'span'>(),
      work_id: this.id,
      programme_id: this.rows.programmeId,
      state,
      action,
      from_on: on,
      to_on: null,
      reason: change.reason ?? null,
      document: change.document ?? null,
      decision_id: change.decisionId ?? null,
      body_id: change.bodyId ?? null,
    })
    this.#state = state
    this.#since = on
  }

  /** Hands the registration in: it gets its code and is kept as it is now. */
  keepVersion(reason: 'submitted' | 'resubmitted' | 'added' | 'adjusted', on: PlainDate): void {
    this.#code ??= this.rows.takeCode(this.owner.unitCode)
    this.#versions += 1
    this.rows.versions.push({
      work_id: this.id,
      number: this.#versions,
      reason,
      content: this.registration(this.dueOn),
      effective_on: on,
    })
    if (reason !== 'adjusted') this.set({ submitted_version: this.#versions })
  }

  /** Writes the rows of the work itself, as it stands after all that was done to it. */
  finish(): void {
    const { owner, promise, rows } = this
    invariant(this.#since !== null, 'a work has begun before it is finished')
    rows.works.push({
      id: this.id,
      code: this.#code,
      programme_id: rows.programmeId,
      owner_kind: owner.kind,
      owner_unit_id: owner.unitId,
      custodian_unit_id: owner.unitId,
      owner_holding_id: owner.kind === 'individual' ? owner.speaker.holdingId : null,
      owner_post_id: owner.kind === 'individual' ? owner.speaker.postId : null,
      managing_unit_id: owner.kind === 'individual' ? (owner.managedBy?.unitId ?? null) : null,
      managing_root_id: owner.kind === 'individual' ? (owner.managedBy?.rootId ?? null) : null,
      tier: owner.tier,
      theme_group_id: promise.themeGroupId,
      title: promise.title,
      rationale: promise.rationale,
      baseline: promise.baseline,
      product: promise.product,
      resources: promise.resources,
      risks: promise.risks,
      proof: promise.proof,
      minutes_reference: promise.minutesReference,
      due_on: promise.dueOn,
      first_due_on: promise.dueOn,
      continues_unlinked: promise.continuesUnlinked,
      illustrative: true,
      version: this.#versions + 1,
      ...this.#columns,
      state: this.#state,
      state_since: this.#since,
    })
    rows.targets.push(
      ...promise.targets.map(({ recognisedBy, ...target }) => ({
        ...target,
        exceptions: [...target.exceptions],
        work_id: this.id,
        recognition_required: recognisedBy !== null,
        recognition_by: recognisedBy,
      })),
    )
    rows.steps.push(
      ...promise.steps.map(({ id, name, dueOn, doneOn }, index) => ({
        id,
        work_id: this.id,
        ord: index + 1,
        name,
        due_on: dueOn,
        done_on: doneOn,
      })),
    )
    rows.workContentGroups.push(
      ...this.#groups.map((group) => ({ work_id: this.id, content_group_id: group })),
    )
  }
}
