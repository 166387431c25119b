import { hash } from 'node:crypto'
import { byDifferentPeople, type Doer } from '../permission/two-people.ts'
import { encode } from './hash.ts'
import type { PresentRow } from './sealed-rows.ts'
import type { Fault, FaultCode } from './verdict.ts'

/** The acts by which two people acknowledge a fault; the object is the fault, its id the fingerprint. */
export const acknowledgeAct = 'audit.acknowledge-fault'
export const confirmAct = 'audit.confirm-fault'
export const faultKind = 'audit-fault'

export interface Place {
  readonly seq: number | null
  readonly entryId: string | null
  readonly batch: number | null
}

// // An attacker who rewrote a million entries is evident after this many; the rest are only counted.
const mostNamed = 10_000
// // A prefix of its own, as for leaves, nodes and roots, so that none can be mistaken for another.
const faultPrefix = Buffer.of(3)

/** What an acknowledgement applies to: the kind of fault, its place, and the hashes found there. */
export function fingerprintOf(code: FaultCode, place: Place, seen: readonly (string | null)[]): string {
  const { seq, entryId, batch } = place
  const words = [
    code,
    seq === null ? null : String(seq),
    entryId,
    batch === null ? null : String(batch),
    ...seen,
  ]
  return hash('sha256', Buffer.concat([faultPrefix, encode(words)]), 'hex')
}

/** Collects faults and acknowledgements while the log is verified. */
export class FaultList {
  readonly #found: Omit<Fault, 'acknowledged'>[] = []
  readonly #firsts = new Map<string, Doer[]>()
  readonly #acknowledged = new Set<string>()
  #more = 0

  /** @param seen the hashes that were found there */
  add(code: FaultCode, place: Place, seen: readonly (string | null)[]): void {
    if (this.#found.length >= mostNamed) this.#more += 1
    else this.#found.push({ code, ...place, fingerprint: fingerprintOf(code, place, seen) })
  }

  /** The number of faults so far, to tell whether a batch has any of its own. */
  get count(): number {
    return this.#found.length + this.#more
  }

  /** Checks whether an intact entry is an acknowledgement. Only sealed ones count. */
  note(entry: PresentRow): void {
    if (entry.outcome !== 'done' || entry.objectKind !== faultKind || entry.objectId === null) return
    const doer = doerOf(entry)
    if (doer.personId === null) return
    const firsts = this.#firsts.get(entry.objectId) ?? []
    if (entry.action === acknowledgeAct) this.#firsts.set(entry.objectId, [...firsts, doer])
    if (entry.action === confirmAct && firsts.some((first) => byDifferentPeople(first, doer)))
      this.#acknowledged.add(entry.objectId)
  }

  result(): { readonly ok: boolean; readonly faults: readonly Fault[]; readonly more: number } {
    const faults = this.#found.map((fault) => ({
      ...fault,
      acknowledged: this.#acknowledged.has(fault.fingerprint),
    }))
    return {
      ok: this.#more === 0 && faults.every(({ acknowledged }) => acknowledged),
      faults,
      more: this.#more,
    }
  }
}

/** Who did it, and for whom: the actor is in a column of the entry, the other person in its content. */
function doerOf({ personId, payload }: PresentRow): Doer {
  const { standsFor } = JSON.parse(payload ?? '{}') as { standsFor?: { personId?: string } }
  return { personId, forPersonId: standsFor?.personId ?? personId }
}
