import { sql } from 'kysely'
import { audit } from './audit/audit.ts'
import type { Context } from './context.ts'
import { sliceHandle } from './data/database.ts'
import { decodeForm, type FormValues } from './http/form.ts'
import type { Upkeep } from './jobs/jobs.ts'
import { Refusal } from './refusal.ts'

const typingDb = sliceHandle<'kept_typing'>()

const maxBytes = 400_000
/** Forms that one account leaves unfinished; the oldest beyond them are forgotten. */
const maxForms = 100

/** What a form carries for itself and is no typing. */
const notTyped = new Set(['idempotencyKey', 'rowsAct', 'version'])

/** Typing into a form that has not been sent: its writer's own, no fact, and gone when the form is sent. */
export interface KeptTyping {
  readonly form: string
  readonly baseVersion: number
  readonly revision: number
  readonly savedAt: Date
  readonly values: FormValues
}

export interface Typing {
  /** The form, by its address or by a name of its own. */
  readonly form: string
  readonly baseVersion: number
  /** A name that the window gave itself. */
  readonly window: string
  /** The last writing that this window knows of; 0 for none. */
  readonly revision: number
  readonly fields: readonly (readonly [string, string])[]
}

/**
 * Keeps what is typed. Another window's typing is not written over unseen: then nothing is kept, and the window is told.
 * @returns the number of this writing
 */
export async function writeTyping(c: Context, typing: Typing): Promise<number> {
  const fields = JSON.stringify(typing.fields.filter(([name]) => !notTyped.has(name)))
  if (fields.length > maxBytes) throw new Refusal('form_too_large', {}, { status: 413 })
  // Read now, so that what is kept can be shown.
  decodeForm(JSON.parse(fields) as [string, string][])
  const written = {
    base_version: typing.baseVersion,
    window_key: typing.window,
    fields,
    saved_at: c.now,
  }
  const kept = await typingDb(c)
    .insertInto('kept_typing')
    .values({ ...written, account_id: c.actor.accountId, form: typing.form, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'form'])
        .doUpdateSet({ ...written, revision: sql<number>`kept_typing.revision + 1` })
        .where((eb) =>
          eb.or([
            eb('kept_typing.revision', '=', typing.revision),
            eb('kept_typing.window_key', '=', typing.window),
          ]),
        ),
    )
    .returning('revision')
    .executeTakeFirst()
  if (kept === undefined) throw await writtenElsewhere(c, typing.form)
  if (kept.revision === 1) {
    // Not each keystroke is an event of the record; that typing began to be kept is.
    await audit(c, 'typing.keep', { kind: 'form', id: typing.form })
    await forgetBeyond(c)
  }
  return kept.revision
}

async function writtenElsewhere(c: Context, form: string): Promise<Refusal> {
  const other = await findTyping(c, form)
  return new Refusal(
    'typing_elsewhere',
    { revision: other?.revision ?? 0, savedAt: other?.savedAt.toISOString() ?? '' },
    { status: 409 },
  )
}

async function forgetBeyond(c: Context): Promise<void> {
  const mine = typingDb(c).selectFrom('kept_typing').where('account_id', '=', c.actor.accountId)
  await typingDb(c)
    .deleteFrom('kept_typing')
    .where('account_id', '=', c.actor.accountId)
    .where('form', 'in', mine.select('form').orderBy('saved_at', 'desc').offset(maxForms))
    .execute()
}

/** Drops it with the act that sent the form. @returns whether there was any */
export async function dropTyping(c: Context, form: string): Promise<boolean> {
  const { numDeletedRows } = await typingDb(c)
    .deleteFrom('kept_typing')
    .where('account_id', '=', c.actor.accountId)
    .where('form', '=', form)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Drops what anybody typed into the forms below an address. */
export async function dropTypingBelow(c: Context, address: string): Promise<void> {
  await typingDb(c)
    .deleteFrom('kept_typing')
    .where(sql<boolean>`starts_with(form, ${`${address}/`})`)
    .execute()
}

/** What the actor typed into the form and has not sent. */
export async function findTyping(c: Context, form: string): Promise<KeptTyping | null> {
  const row = await typingDb(c)
    .selectFrom('kept_typing')
    .select(['base_version', 'revision', 'saved_at', 'fields'])
    .where('account_id', '=', c.actor.accountId)
    .where('form', '=', form)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    form,
    baseVersion: row.base_version,
    revision: row.revision,
    savedAt: row.saved_at,
    values: decodeForm(row.fields as [string, string][]),
  }
}

const keptDays = 90

/** Forgets typing that nobody came back to for a quarter. */
export const forgetOldTyping: Upkeep = {
  name: 'platform.forget_old_typing',
  async run(c) {
    const before = new Date(c.now.getTime() - keptDays * 86_400_000)
    await c.db.deleteFrom('kept_typing').where('saved_at', '<', before).execute()
  },
}
