import type {
  HoldingId,
  OrganisationData,
  OrganisationSystem,
  PersonId,
  PostId,
  UnitId,
  UnitLevel,
} from '../../organisation/index.ts'
import { newId } from '../../platform/id.ts'

/** The first day of the programme's year: where no paper says since when a body exists, it is in the register from here. */
export const registerFrom = '2022-01-01'

export interface UnitPlan {
  readonly code: string
  readonly name: string
  readonly shortName?: string
  readonly system: OrganisationSystem
  readonly level: UnitLevel
  readonly kind: string
  readonly place?: string | null
  readonly actsFor?: UnitId | null
  readonly under?: Partial<Record<OrganisationSystem, UnitId>>
  readonly foundingDocument: string | null
  /** Null: the unit is invented. */
  readonly quote: string | null
}

export interface PostPlan {
  readonly unitId: UnitId
  readonly title: string
  readonly isHead: boolean
  readonly managedBy: UnitId | null
  readonly holderName: string
  /** What the holder rests on: the words of the article, or null where the post is invented. */
  readonly quote: string | null
  readonly from: string
  readonly document: string
}

/** A post with who holds it. */
export interface Holder {
  readonly unitId: UnitId
  readonly postId: PostId
  readonly personId: PersonId
  readonly holdingId: HoldingId
  readonly managedBy: UnitId | null
  readonly title: string
}

/** Collects the rows of an organisation, each unit after those that it points to. */
export class OrganisationRows implements OrganisationData {
  readonly units: OrganisationData['units'][number][] = []
  readonly parents: OrganisationData['parents'][number][] = []
  readonly persons: OrganisationData['persons'][number][] = []
  readonly posts: OrganisationData['posts'][number][] = []
  readonly management: OrganisationData['management'][number][] = []
  readonly holdings: OrganisationData['holdings'][number][] = []
  readonly #codes = new Map<UnitId, string>()

  addUnit(plan: UnitPlan): UnitId {
    const id = newId<'unit'>()
    this.units.push({
      id,
      code: plan.code,
      name: plan.name,
      short_name: plan.shortName ?? plan.name,
      system: plan.system,
      level: plan.level,
      kind: plan.kind,
      place: plan.place ?? null,
      acts_for_id: plan.actsFor ?? null,
      valid_from: registerFrom,
      founding_document: plan.foundingDocument,
      illustrative: plan.quote === null,
      source_quote: plan.quote,
    })
    this.#codes.set(id, plan.code)
    for (const [system, parent] of Object.entries(plan.under ?? {})) {
      this.parents.push({ id: newId(), unit_id: id, parent_id: parent, system, from_on: registerFrom })
    }
    return id
  }

  addHolder(plan: PostPlan): Holder {
    const { unitId, managedBy, title } = plan
    const illustrative = plan.quote === null
    const [postId, personId, holdingId] = [newId<'post'>(), newId<'person'>(), newId<'holding'>()]
    this.persons.push({ id: personId, full_name: plan.holderName, illustrative, source_quote: plan.quote })
    this.posts.push({
      id: postId,
      unit_id: unitId,
      title,
      is_head: plan.isHead,
      valid_from: plan.from,
      illustrative,
    })
    this.holdings.push({
      id: holdingId,
      post_id: postId,
      person_id: personId,
      from_on: plan.from,
      document: plan.document,
      illustrative,
    })
    if (managedBy !== null) {
      this.management.push({ id: newId(), post_id: postId, unit_id: managedBy, from_on: plan.from })
    }
    return { unitId, postId, personId, holdingId, managedBy, title }
  }

  /** What stands in addresses and in the codes of works. */
  codeOf(id: UnitId): string {
    const code = this.#codes.get(id)
    if (code === undefined) throw new RangeError(`no unit ${id}`)
    return code
  }
}
