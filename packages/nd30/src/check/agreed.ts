import type { Run } from '../read/read-document.ts'
import type { Repair } from './repair.ts'

type TextRepair = Extract<Repair, { readonly type: 'text' }>

/**
 * Repairs that want one thing of each property and letter. Two rules may write the same letters anew, one their signs,
 * one their capitals: the first does it now, the other where it is still needed when the document is judged again.
 */
export function agreed(repairs: readonly Repair[]): readonly Repair[] {
  const letters = new Map<Run, Uint8Array>()
  const wishes = new Map<object, Set<string>>()
  return repairs.flatMap((repair): readonly Repair[] => {
    if (repair.type === 'text') return isFirst(letters, repair) ? [repair] : []
    const own = wishesOf(wishes, targetOf(repair))
    if (!('set' in repair)) return isFree(own, repair.type) ? [repair] : []
    const set = Object.fromEntries(Object.entries(repair.set).filter(([name]) => isFree(own, name)))
    return Object.keys(set).length === 0 ? [] : [{ ...repair, set } as Repair]
  })
}

/** Its letters, and the places before and behind them, are nobody's yet. */
function isFirst(letters: Map<Run, Uint8Array>, { run, from, to }: TextRepair): boolean {
  const taken = letters.get(run) ?? new Uint8Array(run.text.length + 1)
  letters.set(run, taken)
  for (let at = from; at <= to; at++) if (taken[at] === 1) return false
  taken.fill(1, from, to + 1)
  return true
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
function isFree(own: Set<string>, name: string): boolean {
  if (own.has(name)) return false
  own.add(name)
  return true
}
