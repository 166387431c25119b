import {
  ancestorsOf,
  getHoldingFacts,
  getUnit,
  type HoldingView,
  listUnits,
  postsOf,
  unitsByIds,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { isId } from '../../platform/id.ts'
import { yearOf } from '../../platform/time/plain-date.ts'
import { programmeDb } from '../tables.ts'

export interface OpenProgramme {
  readonly id: string
  readonly year: number
  readonly name: string
}

/** The programmes that take registrations, the latest first. */
export async function openProgrammes(c: Context): Promise<readonly OpenProgramme[]> {
  return programmeDb(c)
    .selectFrom('programme')
    .select(['id', 'year', 'name'])
    .where('status', '=', 'open')
    .orderBy('year', 'desc')
    .execute()
}

/** The programme that a form is for: of the year that was asked for, else of today's, else the latest. */
export function chosenProgramme(
  c: Context,
  open: readonly OpenProgramme[],
  asked: string | undefined,
): OpenProgramme | undefined {
  const of = (year: number) => open.find((programme) => programme.year === year)
  return of(Number(asked)) ?? of(yearOf(c.today)) ?? open[0]
}

/** Whose work a new registration may be. */
export interface Registrants {
  /** The collective of the acting post. */
  readonly unit: { readonly id: string; readonly name: string } | null
  /** The actor themselves in their post, where they register in their own name. */
  readonly self: HoldingView | null
  /** The persons of the unit for whom a clerk types. */
  readonly persons: readonly { readonly holdingId: string; readonly label: string }[]
}

export async function registrantsFor(c: Context): Promise<Registrants> {
  const { rootId, unitId, holdingId, grants } = c.actor
  const has = (role: string) => grants.some((grant) => grant.role === role)
  const unit = rootId === null ? null : await getUnit(c, rootId, c.today)
  const self = holdingId !== null && has('registrant') ? await getHoldingFacts(c, holdingId, c.today) : null
  return {
    unit: unit === null ? null : { id: unit.id, name: unit.name },
    self,
    persons: has('unit-clerk') && unitId !== null ? await personsOf(c, unitId) : [],
  }
}

/** Who holds posts in a unit: whose work one that is added may be. */
export const holderChoices = async (c: Context, unitId: string | null): Promise<Registrants['persons']> =>
  unitId === null ? [] : personsOf(c, unitId)

async function personsOf(c: Context, unitId: string): Promise<Registrants['persons']> {
  const posts = await postsOf(c, unitId, c.today)
  return posts.flatMap((post) =>
    post.holders.map((holder) => ({
      holdingId: holder.holdingId,
      label: `${holder.personName}, ${post.title}`,
    })),
  )
}

export interface ContentChoices {
  readonly themes: readonly {
    readonly id: string
    readonly ord: number
    readonly headline: string
    readonly parts: readonly string[]
  }[]
  /** The content groups of the committees above the owner, itself included, and of the one that manages the post. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly scopeName: string }[]
}

/** What a registration of this owner may be filed under. */
export async function contentChoices(
  c: Context,
  programmeId: string,
  owner: { readonly unitId: string | null; readonly managingRootId: string | null },
): Promise<ContentChoices> {
  const themes = await programmeDb(c)
    .selectFrom('theme_group')
    .select(['id', 'ord', 'headline', 'parts'])
    .where('programme_id', '=', programmeId)
    .orderBy('ord')
    .execute()
  const above = await ancestorsOf(c, owner.unitId === null ? [] : [owner.unitId], c.today)
  const scopes = [
    ...[...above.values()].flat().map((one) => one.ancestorId),
    ...(owner.managingRootId === null ? [] : [owner.managingRootId]),
  ]
  if (scopes.length === 0) return { themes, groups: [] }
  const groups = await programmeDb(c)
    .selectFrom('content_group')
    .select(['id', 'name', 'scope_unit_id', 'ord'])
    .where('programme_id', '=', programmeId)
    .where('scope_unit_id', 'in', [...new Set(scopes)])
    .orderBy('scope_unit_id')
    .orderBy('ord')
    .execute()
  const units = await unitsByIds(
    c,
    groups.map((group) => group.scope_unit_id),
    c.today,
  )
  return {
    themes,
    groups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      scopeName: units.find((unit) => unit.id === group.scope_unit_id)?.name ?? '',
    })),
  }
}

export interface UnitChoice {
  readonly id: string
  readonly name: string
  /** What stands above it, to tell units of one name apart. */
  readonly under: string
}

const maxFound = 12

/** The units whose names hold the words that were typed, and those already chosen, first. */
export async function unitChoices(
  c: Context,
  words: string,
  chosenIds: readonly string[],
): Promise<{
  readonly chosen: readonly UnitChoice[]
  readonly found: readonly UnitChoice[]
  readonly more: boolean
}> {
  const ids = chosenIds.filter(isId)
  const chosen = ids.length === 0 ? [] : await unitsByIds(c, ids, c.today)
  const page =
    words.trim() === ''
      ? { items: [], next: null }
      : await listUnits(c, { on: c.today, filter: { text: words }, limit: maxFound })
  const view = (unit: (typeof page.items)[number]): UnitChoice => ({
    id: unit.id,
    name: unit.name,
    under: unit.parents.map((parent) => parent.parentName).join(' · '),
  })
  return {
    chosen: chosen.map(view),
    found: page.items.filter((unit) => !ids.includes(unit.id)).map(view),
    more: page.next !== null,
  }
}
