import type { Run } from '../read/read-document.ts'
import type { Repair } from './repair.ts'

type TextRepair = Extract<Repair, { readonly type: 'text' }>

/**
 * Repairs that want one thing of each property and letter. Two rules may write the same letters anew, one their signs,
 * one their capitals: the first does it now, the other where it is still needed when the document is judged again.
 */
export function agreed(groups: readonly (readonly Repair[])[]): readonly Repair[] {
  const letters = new Map<Run, Uint8Array>()
  const wishes = new Map<object, Set<string>>()
  return groups.flatMap((group) => firstOf(wishes, ownLetters(letters, group)))
}

/**
 * The repairs of one finding whose letters no other one writes. Letters and their typeface go together: in another
 * typeface, letters of an old encoding that were not converted would be lost.
 */
function ownLetters(letters: Map<Run, Uint8Array>, group: readonly Repair[]): readonly Repair[] {
  const own = new Map<Run, OwnLetters>()
  const free = group.filter(
    (repair) => repair.type !== 'text' || (isFree(letters, repair) && takesOwn(own, repair)),
  )
  const setsTypeface = group.some((repair) => repair.type === 'run' && repair.set.font !== undefined)
  if (setsTypeface && free.length < group.length) return []
  for (const repair of free) if (repair.type === 'text') take(letters, repair)
  return free
}

function firstOf(wishes: Map<object, Set<string>>, repairs: readonly Repair[]): readonly Repair[] {
  return repairs.flatMap((repair): readonly Repair[] => {
    if (repair.type === 'text') return [repair]
    const own = wishesOf(wishes, targetOf(repair))
    if (!('set' in repair)) return isUnasked(own, repair.type) ? [repair] : []
    const set = Object.fromEntries(Object.entries(repair.set).filter(([name]) => isUnasked(own, name)))
    return Object.keys(set).length === 0 ? [] : [{ ...repair, set } as Repair]
  })
}

/** Its letters, and the places before and behind them, are nobody's yet. */
function isFree(letters: Map<Run, Uint8Array>, { run, from, to }: TextRepair): boolean {
  return !letters
    .get(run)
    ?.subarray(from, to + 1)
    .includes(1)
}

/** What one finding writes anew in a run, and between which letters it puts others. */
interface OwnLetters {
  readonly changed: Uint8Array
  readonly between: Uint8Array
}

/** One finding may change letters that follow each other, but put letters nowhere beside those that it changes. */
function takesOwn(own: Map<Run, OwnLetters>, { run, from, to }: TextRepair): boolean {
  const size = run.text.length + 1
  const known = own.get(run) ?? { changed: new Uint8Array(size), between: new Uint8Array(size) }
  own.set(run, known)
  const puts = from === to
  const touched = known.changed.subarray(puts ? Math.max(0, from - 1) : from, puts ? to + 1 : to)
  if (touched.includes(1) || known.between.subarray(from, to + 1).includes(1)) return false
  if (puts) known.between[from] = 1
  else known.changed.fill(1, from, to)
  return true
}

function take(letters: Map<Run, Uint8Array>, { run, from, to }: TextRepair): void {
  const taken = letters.get(run) ?? new Uint8Array(run.text.length + 1)
  letters.set(run, taken)
  taken.fill(1, from, to + 1)
}

function targetOf(repair: Exclude<Repair, TextRepair>): object {
  if (repair.type === 'run') return repair.run
  return 'section' in repair ? repair.section : repair.paragraph
}

function wishesOf(wishes: Map<object, Set<string>>, target: object): Set<string> {
  const own = wishes.get(target) ?? new Set<string>()
  wishes.set(target, own)
  return own
}

/** Nobody has asked for it yet; asked for twice alike, once is enough. */
function isUnasked(own: Set<string>, name: string): boolean {
  if (own.has(name)) return false
  own.add(name)
  return true
}
