import { actorOfAccount, type DigestReader, listDigestReaders } from '../identity/index.ts'
import type { Context } from '../platform/context.ts'
import { sliceHandle } from '../platform/data/database.ts'
import { inTransaction, type System } from '../platform/http/system.ts'
import type { Letter, Mailer } from '../platform/outward/mail.ts'
import { notFound } from '../platform/refusal.ts'
import type { Worklist, WorklistSection } from '../platform/slices/navigation.ts'
import { vietnamDate } from '../platform/time/clock.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { formatDate, formatNumber } from '../ui/format.ts'

const digestDb = sliceHandle<'digest_letter'>()

const atOnce = 100
// A row is a promise to write a letter; one that broke off is not sent twice, one that the mail server refused is tried again.
const maxFailure = 500

export interface DigestParts {
  readonly system: System
  readonly mailer: Mailer
  readonly worklists: readonly Worklist[]
  /** Where the links of a letter begin; without it a letter has none. */
  readonly publicUrl: string | undefined
}

export interface DigestCount {
  readonly sent: number
  /** There was nothing to say. */
  readonly quiet: number
  readonly failed: number
}

/**
 * Sends the letter of the morning to everybody who wants it: what waits for them, one letter a day, none where nothing waits.
 * It may run as often as it likes: who has had their letter today gets no second one. No transaction is open while the mail
 * server is spoken to.
 */
export async function sendDigests(parts: DigestParts): Promise<DigestCount> {
  const { system } = parts
  const day = vietnamDate(system.clock.now())
  const count = { sent: 0, quiet: 0, failed: 0 }
  let after: string | null = null
  for (;;) {
    const page: readonly DigestReader[] = await inTransaction(system, nobody, 'read', (c) =>
      listDigestReaders(c, { after, limit: atOnce }),
    )
    for (const reader of page) {
      const fate = await sendOne(parts, reader, day)
      if (fate !== null) count[fate] += 1
    }
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce) return count
    after = last.accountId
  }
}

const nobody = { actor: null, language: 'vi', origin: { requestId: 'digest', address: null } } as const

async function sendOne(
  parts: DigestParts,
  reader: DigestReader,
  day: PlainDate,
): Promise<keyof DigestCount | null> {
  const { system, mailer } = parts
  if (!(await claim(system, reader, day))) return null
  const { sections, letter } = await compose(parts, reader, day)
  if (sections.length === 0) return 'quiet'
  try {
    await mailer.send(letter)
  } catch (error) {
    system.log.warn({ err: error, accountId: reader.accountId }, 'a letter of the morning was not taken')
    const failure = error instanceof Error ? error.message.slice(0, maxFailure) : 'unknown'
    await note(system, reader, day, { failure })
    return 'failed'
  }
  await note(system, reader, day, { sent_at: system.clock.now(), items: totalOf(sections), failure: null })
  return 'sent'
}

/** Whether the letter of this day is ours to write: nobody else has begun it, or the mail server refused it before. */
function claim(system: System, { accountId }: DigestReader, day: PlainDate): Promise<boolean> {
  return inTransaction(system, nobody, 'write', async (c) => {
    const { numInsertedOrUpdatedRows } = await digestDb(c)
      .insertInto('digest_letter')
      .values({ account_id: accountId, on_day: day })
      .onConflict((conflict) =>
        conflict
          .columns(['account_id', 'on_day'])
          .doUpdateSet({ failure: null })
          .where('digest_letter.failure', 'is not', null),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  })
}

async function note(
  system: System,
  { accountId }: DigestReader,
  day: PlainDate,
  change: { readonly failure: string | null; readonly sent_at?: Date; readonly items?: number },
): Promise<void> {
  await inTransaction(system, nobody, 'write', async (c) => {
    await digestDb(c)
      .updateTable('digest_letter')
      .set(change)
      .where('account_id', '=', accountId)
      .where('on_day', '=', day)
      .execute()
  })
}

async function compose(
  { system, worklists, publicUrl }: DigestParts,
  reader: DigestReader,
  day: PlainDate,
): Promise<{ readonly sections: readonly WorklistSection[]; readonly letter: Letter }> {
  return inTransaction(system, { ...nobody, language: reader.language }, 'read', async (c) => {
    const actor = await actorOfAccount(c, reader.accountId)
    // Closed since the readers were listed.
    if (actor === undefined) throw notFound('account')
    const known: Context = { ...c, actor }
    const all: WorklistSection[] = []
    for (const worklist of worklists) all.push(...(await worklist.sections(known)))
    const sections = all.filter(isPressing).sort((a, b) => a.order - b.order)
    return { sections, letter: letterOf(known, reader, { sections, day, publicUrl }) }
  })
}

/** What is only to be kept in sight is no reason to write; news is, as long as it is not read. */
const isPressing = (section: WorklistSection): boolean =>
  section.items.length > 0 && (section.kind === 'task' || section.items.some(({ urgent }) => urgent))

const totalOf = (sections: readonly WorklistSection[]): number =>
  sections.reduce((sum, section) => sum + sectionTotal(section), 0)

const sectionTotal = ({ counts, items }: WorklistSection): number =>
  counts.length === 0 ? items.length : counts.reduce((sum, { total }) => sum + total, 0)

function letterOf(
  c: Context,
  { address }: DigestReader,
  said: {
    readonly sections: readonly WorklistSection[]
    readonly day: PlainDate
    readonly publicUrl: string | undefined
  },
): Letter {
  const { t, language } = c
  const total = formatNumber(totalOf(said.sections), language)
  const link = (href: string) =>
    said.publicUrl === undefined ? '' : new URL(href, said.publicUrl).toString()
  const parts = said.sections.map((section) =>
    [
      `${section.title} (${formatNumber(sectionTotal(section), language)})`,
      ...section.items.map((item) => {
        const due =
          item.dueOn === null ? '' : ` · ${t('app.digest_due', { date: formatDate(item.dueOn, language) })}`
        const address = link(item.href)
        return `- ${item.title}${due}${address === '' ? '' : `\n  ${address}`}`
      }),
    ].join('\n'),
  )
  const end = [link('/'), t('app.digest_why')].filter((line) => line !== '')
  return {
    to: address,
    subject: t('app.digest_subject', { total, date: formatDate(said.day, language) }),
    text: [t('app.digest_greeting', { name: c.actor.personName }), ...parts, end.join('\n')].join('\n\n'),
  }
}
