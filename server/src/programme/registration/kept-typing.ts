import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/fields.ts'
import { decodeForm, type FormValues } from '../../platform/http/form.ts'
import { endpoint } from '../../platform/http/route.ts'
import type { Upkeep } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { authorize } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import { getWork } from '../work.ts'

/**
 * A form whose typing is kept: a new registration of a year, or a draft that is being written. It is its writer's own, no
 * fact of the register, and gone when the form is sent.
 */
export const newForm = (year: number) => `new:${year}`
export const draftForm = (workId: string) => `draft:${workId}`

const maxFields = 800
const maxBytes = 200_000

/** What a form carries for itself and is no typing. */
const notTyped = new Set(['idempotencyKey', 'rowsAct', 'version', 'year'])

/**
 * Keeps what is typed into a form, quietly, while it is being typed. Another window's typing is not written over unseen: then
 * nothing is kept, and the window is told. Typing that began from an older version of the draft is kept all the same, and told.
 */
export const keepTyping = endpoint({
  name: 'typing.keep',
  input: z.strictObject({
    form: z.string().regex(/^(new:\d{4}|draft:[0-9a-f-]{36})$/, 'error.choice'),
    baseVersion: field.whole(0, 2_147_483_647),
    /** A name that the window gave itself. */
    window: z.string().regex(/^[A-Za-z0-9-]{8,60}$/, 'error.choice'),
    /** The last writing that this window knows of; 0 for none. */
    revision: field.whole(0, 2_147_483_647),
    fields: z.array(z.tuple([z.string().max(200), z.string().max(20_000)])).max(maxFields, 'error.too_many'),
  }),
  async run(c, input) {
    const current = await currentVersion(c, input.form)
    const fields = JSON.stringify(input.fields.filter(([name]) => !notTyped.has(name)))
    if (fields.length > maxBytes) throw new Refusal('form_too_large', {}, { status: 413 })
    // Read now, so that what is kept can be shown.
    decodeForm(JSON.parse(fields) as [string, string][])
    const kept = await programmeDb(c)
      .insertInto('kept_typing')
      .values({
        account_id: c.actor.accountId,
        form: input.form,
        base_version: input.baseVersion,
        window_key: input.window,
        revision: 1,
        fields,
        saved_at: c.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['account_id', 'form'])
          .doUpdateSet({
            base_version: input.baseVersion,
            window_key: input.window,
            revision: sql<number>`kept_typing.revision + 1`,
            fields,
            saved_at: c.now,
          })
          .where((eb) =>
            eb.or([
              eb('kept_typing.revision', '=', input.revision),
              eb('kept_typing.window_key', '=', input.window),
            ]),
          ),
      )
      .returning('revision')
      .executeTakeFirst()
    if (kept === undefined) throw await writtenElsewhere(c, input.form)
    // Not each keystroke is an event of the record; that typing began to be kept is.
    if (kept.revision === 1) await audit(c, 'typing.keep', { kind: 'form', id: input.form })
    return {
      revision: kept.revision,
      savedAt: c.now.toISOString(),
      isOutdated: current !== input.baseVersion,
    }
  },
})

/** Throws away what was typed and not sent; it was its writer's own. */
export const forgetTyping = endpoint({
  name: 'typing.forget',
  input: z.strictObject({ form: field.text(60), back: field.optionalText(300) }),
  async run(c, { form, back }) {
    if (await dropTyping(c, form)) await audit(c, 'typing.forget', { kind: 'form', id: form })
    return { form, back }
  },
})

/** The version that the thing of the form has now; 0 for what is not there yet. Whoever may not write it keeps nothing of it. */
async function currentVersion(c: Context, form: string): Promise<number> {
  const [kind = '', ref = ''] = form.split(':')
  if (kind === 'draft') {
    const work = await getWork(c, ref)
    authorize(c, 'edit', work.record)
    return work.row.version
  }
  if (c.actor.grants.some(({ role }) => role === 'registrant' || role === 'unit-clerk')) return 0
  throw new Refusal('forbidden', { act: 'register' }, { status: 403 })
}

async function writtenElsewhere(c: Context, form: string): Promise<Refusal> {
  const other = await findTyping(c, form)
  return new Refusal(
    'typing_elsewhere',
    { revision: other?.revision ?? 0, savedAt: other?.savedAt.toISOString() ?? '' },
    { status: 409 },
  )
}

/** Drops it with the act that sent the form. @returns whether there was any */
export async function dropTyping(c: Context, form: string): Promise<boolean> {
  const { numDeletedRows } = await programmeDb(c)
    .deleteFrom('kept_typing')
    .where('account_id', '=', c.actor.accountId)
    .where('form', '=', form)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export interface KeptTyping {
  readonly form: string
  readonly baseVersion: number
  readonly revision: number
  readonly savedAt: Date
  readonly values: FormValues
}

/** What the actor typed into the form and has not sent. */
export async function findTyping(c: Context, form: string): Promise<KeptTyping | null> {
  const row = await programmeDb(c)
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
  name: 'programme.forget_old_typing',
  async run(c) {
    const before = new Date(c.now.getTime() - keptDays * 86_400_000)
    await c.db.deleteFrom('kept_typing').where('saved_at', '<', before).execute()
  },
}
