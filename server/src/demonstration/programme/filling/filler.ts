import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { type Campaign, Decisions } from './campaigns.ts'
import { carryOut, dueOnOf } from './carry-out.ts'
import { dayOf } from './dates.ts'
import type { FillingFacts } from './filling-facts.ts'
import { inventPromise } from './promises.ts'
import { type Choices, choicesFrom } from './random.ts'
import { deedOnly, lateFirstStep, type Recipe, recipesFor } from './recipes.ts'
import type { RegisterRows } from './register-rows.ts'
import { type Making, registerAndAssign } from './register-work.ts'
import { type PendingStage, pendingStages, registerOnly } from './second-round.ts'
import { type Subject, SubjectDeck } from './titles.ts'
import { WorkBuilder, type WorkOwner } from './work-builder.ts'

// Any number will do; this one is the day of the article.
const seed = 20_220_518

/** What the holders of accounts find among their own works, so that each has something to do. */
const pinnedCourses: Readonly<Record<string, readonly Recipe[]>> = {
  'so-minh-hoa-01': ['new_proof', 'step_missed', 'completion_reported'],
  'chi-bo-thon-1-dong-mo': ['silent_deed', 'proof_refused', 'completed'],
}
const pinnedStages: Readonly<Record<string, readonly PendingStage[]>> = {
  'so-minh-hoa-01': ['draft', 'returned'],
  'chi-bo-thon-1-dong-mo': ['returned', 'draft'],
}

/** A work as it stands when the demonstration opens, and who decides about it. */
export interface Begun {
  readonly work: WorkBuilder
  readonly campaign: Campaign
}

/** Makes up one work after the other, always the same ones. */
export class Filler {
  readonly #facts: FillingFacts
  readonly #rows: RegisterRows
  readonly #choices: Choices = choicesFrom(seed)
  readonly #deck = new SubjectDeck(this.#choices)
  readonly #decisions = new Decisions()
  /** Finished works, by who owns them: something may go on from there. */
  readonly #finished = new Map<string, { readonly work: WorkBuilder; readonly subject: Subject }>()

  /** All works that were made up, in the order of their making. */
  readonly begun: Begun[] = []

  constructor(facts: FillingFacts, rows: RegisterRows) {
    this.#facts = facts
    this.#rows = rows
  }

  /** Assigns exactly `count` works of these owners by one decision, each carried out as its recipe says. */
  assign(
    campaign: Campaign,
    owners: readonly WorkOwner[],
    count: number,
    extra: readonly Recipe[] = [],
  ): void {
    const recipes = [...extra, ...recipesFor(this.#choices, count - extra.length)]
    const pinned = takeTurns(pinnedCourses)
    const unpinned = recipes[Symbol.iterator]()
    for (const owner of this.#share(owners, count, pinnedCourses)) {
      this.#assigned(campaign, owner, pinned(owner) ?? unpinned.next().value ?? 'on_course')
    }
  }

  #assigned(campaign: Campaign, owner: WorkOwner, recipe: Recipe): void {
    const making = this.#making(campaign)
    const subject = this.#deck.next(owner.setting)
    const work = this.#work(campaign, owner, { subject, recipe, dueOn: dueOnOf(making, recipe) })
    registerAndAssign(making, work, {
      returnedOnce: recipe === 'returned_once',
      addedBySuperior: recipe === 'added',
    })
    carryOut(making, work, recipe)
    work.finish()
    this.begun.push({ work, campaign })
    this.#support(work)
    if (work.state === 'completed') this.#finished.set(owner.speaker.holdingId, { work, subject })
  }

  /** Registers works of these owners that are not assigned yet, in each stage in turn. */
  register(campaign: Campaign, owners: readonly WorkOwner[], count: number): void {
    const pinned = takeTurns(pinnedStages)
    for (const [index, owner] of this.#share(owners, count, pinnedStages).entries()) {
      const stage = pinned(owner) ?? pendingStages[index % pendingStages.length] ?? 'draft'
      const earlier = this.#finished.get(owner.speaker.holdingId)
      const further = earlier === undefined ? undefined : this.#deck.nextOf(earlier.subject)
      const work = this.#work(campaign, owner, {
        subject: further ?? this.#deck.next(owner.setting),
        recipe: 'on_course',
        dueOn: dayOf(this.#choices.pick(['10-31', '11-30', '12-15', '12-31'])),
      })
      if (earlier !== undefined && further !== undefined) work.continues(earlier.work)
      registerOnly(this.#making(campaign), work, stage)
      work.finish()
      this.begun.push({ work, campaign })
    }
  }

  /** Writes what is shared by many works. */
  finish(): void {
    this.#decisions.finish(this.#rows)
  }

  #making(campaign: Campaign): Making {
    return { choices: this.#choices, campaign, decisions: this.#decisions }
  }

  #work(
    campaign: Campaign,
    owner: WorkOwner,
    idea: { readonly subject: Subject; readonly recipe: Recipe; readonly dueOn: PlainDate },
  ): WorkBuilder {
    const promise = inventPromise(this.#choices, {
      subject: idea.subject,
      where: owner.where,
      collective: owner.kind === 'collective',
      themeIds: this.#facts.themeIds,
      from: campaign.calendar.assignedOn,
      dueOn: idea.dueOn,
      deedOnly: deedOnly.has(idea.recipe),
      firstStepAt: lateFirstStep.has(idea.recipe) ? 0.6 : 0.15,
    })
    return new WorkBuilder(this.#rows, owner, promise, this.#groupsOf(campaign))
  }

  /** The content groups are those of Tứ Kỳ alone: elsewhere a work has none. */
  #groupsOf(campaign: Campaign): readonly string[] {
    if (campaign.issuerRootId !== this.#facts.named['org-huyen-uy-tu-ky']) return []
    const [first, second] = this.#facts.contentGroupIds
    const chosen = this.#choices.chance(45) ? first : second
    return chosen === undefined ? [] : [chosen]
  }

  /** Some works have one or two units next to the owner that help. */
  #support(work: WorkBuilder): void {
    if (!this.#choices.chance(30)) return
    const { departments, tuKyBodies } = this.#facts.invented
    const near = work.owner.tier === 'province' || work.owner.tier === 'direct' ? departments : tuKyBodies
    const helpers = this.#choices.shuffled(near).filter(({ unitId }) => unitId !== work.owner.unitId)
    for (const { unitId } of helpers.slice(0, this.#choices.whole(1, 2))) {
      this.#rows.supportingUnits.push({ work_id: work.id, unit_id: unitId })
    }
  }

  /** As many owners as works: each at least once where there are enough, those with pinned works first. */
  #share(
    owners: readonly WorkOwner[],
    count: number,
    pinned: Readonly<Record<string, readonly unknown[]>>,
  ): readonly WorkOwner[] {
    const wanted = owners.flatMap((owner) => (pinned[owner.unitCode] ?? []).map(() => owner))
    const others = owners.filter((owner) => !(owner.unitCode in pinned))
    const turns = Math.ceil(count / Math.max(1, others.length))
    const rest = Array.from({ length: turns }, () => this.#choices.shuffled(others)).flat()
    return [...wanted, ...rest].slice(0, count)
  }
}

/** Hands each owner what is pinned for them, one after the other. */
function takeTurns<Item>(
  pinned: Readonly<Record<string, readonly Item[]>>,
): (owner: WorkOwner) => Item | undefined {
  const taken = new Map<string, number>()
  return ({ unitCode }) => {
    const turn = taken.get(unitCode) ?? 0
    taken.set(unitCode, turn + 1)
    return pinned[unitCode]?.[turn]
  }
}
