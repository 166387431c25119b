import type { Context } from '../../platform/context.ts'
import type { JsonValue } from '../../platform/data/schema.gen.ts'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { authorize, may } from '../policy.ts'
import { readRegistration } from '../registration/registration.ts'
import { getWork } from '../work.ts'
import { compareTexts, type Stretch } from './compare-texts.ts'
import { versionParts } from './version-parts.ts'
import { versionsOf } from './work-history.ts'

/** A version that can be compared; the one that is being written has no number and no day yet. */
export interface ComparableVersion {
  readonly number: number | null
  readonly reason: string
  readonly effectiveOn: PlainDate | null
}

/** A part of two versions next to each other. */
export interface ComparedPart {
  readonly name: string
  readonly number: number | null
  readonly changed: boolean
  readonly stretches: readonly Stretch[]
}

export interface Comparison {
  readonly versions: readonly ComparableVersion[]
  readonly before: ComparableVersion
  readonly after: ComparableVersion
  readonly parts: readonly ComparedPart[]
}

const beingWritten = 'dang-sua'

/**
 * Two versions of a work, compared part by part and word by word: the named ones, otherwise the last two. A user who can
 * edit it can also compare the draft. Null if there are not two versions.
 * @throws Refusal `not_found` for the work, or a version that does not exist
 */
export async function compareVersions(
  c: Context,
  ref: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Comparison | null> {
  const work = await getWork(c, ref)
  authorize(c, 'read', work.record)
  const kept: readonly (ComparableVersion & { readonly content: JsonValue })[] = await versionsOf(c, {
    workId: work.row.id,
    asOf: c.today,
  })
  const isWritten = work.standing.state === 'returned' && may(c, 'edit', work.record)
  const current = isWritten
    ? [
        {
          number: null,
          reason: 'being_written',
          effectiveOn: null,
          content: (await readRegistration(c, work.row.id)) as unknown as JsonValue,
        },
      ]
    : []
  // The newest first.
  const versions = [...current, ...kept]
  const named = (word: string | undefined, otherwise: number) => {
    if (word === undefined || word === '') return versions[otherwise]
    const found = versions.find(({ number }) => (number === null ? beingWritten : String(number)) === word)
    if (found === undefined) throw notFound('version')
    return found
  }
  const [after, before] = [named(asked.to, 0), named(asked.from, 1)]
  if (after === undefined || before === undefined) return null
  const [one = [], other = []] = await versionParts(c, [before.content, after.content])
  return {
    versions: versions.map(shown),
    before: shown(before),
    after: shown(after),
    parts: paired(one, other),
  }
}

/** The word of a version in an address. */
export const versionWord = ({ number }: Pick<ComparableVersion, 'number'>): string =>
  number === null ? beingWritten : String(number)

const shown = ({ number, reason, effectiveOn }: ComparableVersion): ComparableVersion => ({
  number,
  reason,
  effectiveOn,
})

// A date or a name that was chosen changes as a whole: half of it says nothing.
const chosenWhole: readonly string[] = ['due_on', 'theme', 'continues']

function compare(name: string, before: string, after: string): readonly Stretch[] {
  if (!chosenWhole.includes(name) || before === after) return compareTexts(before, after)
  const sides: readonly Stretch[] = [
    { text: before, kind: 'removed' },
    { text: after, kind: 'added' },
  ]
  return sides.filter(({ text }) => text !== '')
}

type Parts = Awaited<ReturnType<typeof versionParts>>[number]

function paired(one: Parts, other: Parts): readonly ComparedPart[] {
  const key = ({ name, number }: Parts[number]) => `${name} ${number ?? ''}`
  const before = new Map(one.map((part) => [key(part), part]))
  const after = new Map(other.map((part) => [key(part), part]))
  // A target or step more on one side stands after those of its kind on the other.
  const keys = [...new Set([...one, ...other].map(key))].sort(
    (a, b) => placeOf(a, one, other) - placeOf(b, one, other),
  )
  return keys.flatMap((name) => {
    const [from, to] = [before.get(name), after.get(name)]
    const part = to ?? from
    if (part === undefined || (from?.text ?? '') + (to?.text ?? '') === '') return []
    const stretches = compare(part.name, from?.text ?? '', to?.text ?? '')
    return [
      {
        name: part.name,
        number: part.number,
        stretches,
        changed: stretches.some(({ kind }) => kind !== 'same'),
      },
    ]
  })

  function placeOf(name: string, ...sides: readonly Parts[]): number {
    const places = sides.map((side) => side.findIndex((part) => key(part) === name)).filter((at) => at >= 0)
    const isStep = name.startsWith('step')
    return Math.max(...places) + (isStep ? 1000 : 0)
  }
}
