import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { actorInPost } from '../identity/index.ts'
import type { PublicContext } from '../platform/context.ts'
import type { Upkeep } from '../platform/jobs/jobs.ts'
import type { OutwardHost } from '../platform/outward/outward-hosts.ts'
import { Failure } from '../platform/refusal.ts'
import { type PauseCause, pauseWebhook } from './pause.ts'
import { type Answer, postLetter } from './post-letter.ts'
import { signedHeaders } from './signature.ts'
import { type DeliveryId, type WebhookId, webhooksDb } from './tables.ts'
import { webhookSecretPlace } from './webhooks.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** How long is waited after each try that failed; the try after the last of them is the last: three days in all. */
export const waitsMs: readonly number[] = [
  30 * secondMs,
  2 * minuteMs,
  10 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  6 * hourMs,
  12 * hourMs,
  24 * hourMs,
  24 * hourMs,
]
export const maxTries = waitsMs.length + 1

// One address that is slow takes so many places of a round and no more.
const atOnceOfOne = 4
const atOnce = 40
const keptDays = 30

export interface SenderOptions {
  readonly hosts: readonly OutwardHost[]
  /** Runs in a transaction of its own, on behalf of nobody. */
  inTransaction<Result>(act: (c: PublicContext) => Promise<Result>): Promise<Result>
  warn(error: unknown): void
  readonly timeoutMs?: number
}

interface Claimed {
  readonly id: DeliveryId
  readonly webhookId: WebhookId
  readonly url: string
  /** Undefined where the installation's key does not read the secret that signs. */
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly body: string
  readonly tries: number
}

/**
 * Sends what waits. A letter is claimed by moving its next try ahead, in a transaction that ends before anything is sent: a
 * server that dies while it sends leaves a letter that is sent again. So each comes at least once, with the same id.
 */
export class WebhookSender {
  readonly #options: SenderOptions
  readonly #ending = new AbortController()
  #running: Promise<void> = Promise.resolve()

  constructor(options: SenderOptions) {
    this.#options = options
  }

  start(): void {
    // Nothing may leave an installation that names no hosts.
    if (this.#options.hosts.length > 0) this.#running = this.#run()
  }

  async #run(): Promise<void> {
    while (await delay(secondMs, true, { signal: this.#ending.signal, ref: false }).catch(() => false)) {
      await this.sendDue().catch((error: unknown) => this.#options.warn(error))
    }
  }

  /** Lets what is being sent come to its end. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#running
  }

  /** Sends everything that is due, each letter once. @returns how many were tried */
  async sendDue(): Promise<number> {
    const letters = await this.#options.inTransaction(claim)
    await Promise.all(
      letters.map(async (letter) => {
        const answer = await this.#send(letter)
        await this.#options.inTransaction((c) => keepAnswer(c, letter, answer))
      }),
    )
    return letters.length
  }

  async #send({ url, headers, body }: Claimed): Promise<Answer> {
    if (headers === undefined) return { trouble: 'secret_unreadable' }
    const { hosts, timeoutMs } = this.#options
    return postLetter(new URL(url), { headers, body }, hosts, timeoutMs)
  }
}

/** Takes what is due, so that no other server and no later round takes it before its next try. */
async function claim(c: PublicContext): Promise<readonly Claimed[]> {
  const taken = await sql<{ id: DeliveryId; webhook_id: WebhookId; body: string; tries: number }>`
    update webhook_delivery set tries = tries + 1, last_tried_at = ${c.now},
      next_try_at = ${c.now}::timestamptz + (${[...waitsMs]}::bigint[])[least(tries + 1, ${waitsMs.length})] * interval '1 millisecond'
    where state = 'waiting' and next_try_at <= ${c.now} and id in (
      select id from (
        select id, next_try_at, row_number() over (partition by webhook_id order by next_try_at, id) as place
        from webhook_delivery where state = 'waiting' and next_try_at <= ${c.now}
      ) due where place <= ${atOnceOfOne} order by next_try_at, id limit ${atOnce})
    returning id, webhook_id, body, tries`.execute(c.db)
  if (taken.rows.length === 0) return []
  const webhooks = await readWebhooks(c, [...new Set(taken.rows.map((row) => row.webhook_id))])
  return taken.rows.flatMap(({ id, webhook_id: webhookId, body, tries }) => {
    const webhook = webhooks.get(webhookId)
    if (webhook === undefined) return []
    const { url, secret } = webhook
    const headers = secret === undefined ? undefined : signedHeaders(secret, { id, body }, c.now)
    return [{ id, webhookId, url, headers, body, tries }]
  })
}

/** Those that may still hear; the others are paused, and their letters wait for their owner. */
async function readWebhooks(c: PublicContext, ids: readonly WebhookId[]) {
  const rows = await webhooksDb(c)
    .selectFrom('webhook')
    .select(['id', 'url', 'account_id', 'holding_id', 'secret_encrypted'])
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  const found = new Map<string, { readonly url: string; readonly secret: string | undefined }>()
  for (const row of rows) {
    if ((await actorInPost(c, row.account_id, row.holding_id)) === undefined) {
      await pauseWebhook(c, row.id as WebhookId, 'post_gone')
      continue
    }
    found.set(row.id, { url: row.url, secret: readSecret(c, row) })
  }
  return found
}

/** Without the key of the installation nothing can be signed. */
function readSecret(c: PublicContext, row: { readonly id: string; readonly secret_encrypted: string }) {
  try {
    return c.secretKeys.decrypt(webhookSecretPlace(row.id), row.secret_encrypted)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

const isTaken = (answer: Answer) => 'status' in answer && answer.status >= 200 && answer.status < 300

async function keepAnswer(c: PublicContext, letter: Claimed, answer: Answer): Promise<void> {
  const said =
    'status' in answer
      ? { last_status: answer.status, last_trouble: null }
      : { last_status: null, last_trouble: answer.trouble }
  const isLast = letter.tries >= maxTries
  const state = isTaken(answer) ? 'taken' : isLast ? 'given_up' : 'waiting'
  await webhooksDb(c)
    .updateTable('webhook_delivery')
    .set({ ...said, ...(state === 'waiting' ? {} : { state, next_try_at: null }) })
    .where('id', '=', letter.id)
    .where('state', '=', 'waiting')
    .execute()
  const cause = causeOf(answer, state)
  if (cause !== undefined) await pauseWebhook(c, letter.webhookId, cause)
}

function causeOf(answer: Answer, state: string): PauseCause | undefined {
  // 410 Gone: the receiver asks that nothing be sent any more (Standard Webhooks).
  if ('status' in answer && answer.status === 410) return 'gone'
  return state === 'given_up' ? 'failing' : undefined
}

/** Forgets letters after a month, whatever became of them. */
export const forgetLetters: Upkeep = {
  name: 'webhooks.forget-letters',
  async run(c) {
    await webhooksDb(c)
      .deleteFrom('webhook_delivery')
      .where('state', '<>', 'waiting')
      .where('created_at', '<', new Date(c.now.getTime() - keptDays * 24 * hourMs))
      .execute()
  },
}
