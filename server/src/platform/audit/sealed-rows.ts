import { sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'
import { entryColumns } from './columns.ts'
import type { EntryFields } from './hash.ts'

const pageSize = 2000

/** An entry at its number in the sealed log; its fields are null if the entry itself is missing. */
export type SealedRow = { readonly [Field in keyof EntryFields]: EntryFields[Field] | null } & {
  readonly seq: number
  readonly entryId: string
  readonly leaf: Buffer
  readonly salt: Buffer | null
  readonly payload: string | null
  /** The content is missing, and a decision to erase it is in the log. */
  readonly decided: boolean
}

/** The same, for an existing entry. */
export type PresentRow = SealedRow & EntryFields

/** What is sealed under the numbers `firstSeq` … `lastSeq`, in order, read in pages. */
export async function* sealedRows(
  db: DatabaseTransaction,
  { firstSeq, lastSeq }: { readonly firstSeq: number; readonly lastSeq: number },
): AsyncGenerator<SealedRow> {
  for (let after = firstSeq - 1; after < lastSeq; ) {
    const { rows } =
      await sql<SealedRow>`select leaf.seq, leaf.entry_id as "entryId", leaf.leaf, ${entryColumns},
        salt, payload, payload is null and exists (select from audit_entry decided
          where decided.object_kind = 'audit-entry' and decided.object_id = leaf.entry_id::text
            and decided.action = 'audit.erase' and decided.outcome = 'done') as decided
      from (select * from audit_leaf where seq > ${after} and seq <= ${lastSeq} order by seq limit ${pageSize}) leaf
      left join audit_entry on audit_entry.id = leaf.entry_id
      left join audit_payload on audit_payload.entry_id = leaf.entry_id
      order by leaf.seq`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = last.seq
  }
}

export type UnsealedRow = EntryFields & {
  readonly salt: Buffer | null
  readonly payload: string | null
  /** Handed to the sealer; an entry that is neither sealed nor queued was not written by the server. */
  readonly waiting: boolean
}

/** What is not sealed, in the order of the ids, read in pages. */
export async function* unsealedRows(db: DatabaseTransaction): AsyncGenerator<UnsealedRow> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<UnsealedRow>`select ${entryColumns}, salt, payload,
        exists (select from audit_waiting where audit_waiting.entry_id = audit_entry.id) as waiting
      from audit_entry left join audit_payload on audit_payload.entry_id = audit_entry.id
      where audit_entry.id > ${after}::uuid
        and not exists (select from audit_leaf where audit_leaf.entry_id = audit_entry.id)
      order by audit_entry.id limit ${pageSize}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = last.id
  }
}
