import { audit } from '../audit/audit.ts'
import type { Actor, Context, PublicContext, WaitingSession } from '../context.ts'
import type { ReasonCode } from '../message-key.ts'
import { Refusal } from '../refusal.ts'
import { stopMarkedInput } from '../secret-marks/stop.ts'
import { requireFresh } from './fresh.ts'
import { once } from './idempotency.ts'
import { parseInput } from './parse.ts'
import type { Endpoint } from './route.ts'
import { type Circumstances, inTransaction, type System } from './system.ts'

/** The context of somebody who is known. @throws Refusal `sign_in_needed`, `second_step_needed`, `new_password_needed` */
export function requireActor<C extends Pick<PublicContext, 'actor' | 'waiting'>>(
  c: C,
): asserts c is C & { readonly actor: Actor } {
  if (c.actor === null) throw new Refusal(missingOf(c.waiting), {}, { status: 401 })
}

/** What is still missing before somebody is known. */
function missingOf(waiting: WaitingSession | undefined): ReasonCode {
  if (waiting === undefined) return 'sign_in_needed'
  return waiting.step === 'second' ? 'second_step_needed' : 'new_password_needed'
}

/** Whether signing in, or one of its steps, is all that is missing. */
export const isSignInMissing = (code: string): boolean =>
  code === 'sign_in_needed' || code === 'second_step_needed' || code === 'new_password_needed'

/**
 * Every scope includes reading: who changes something reads what it changes.
 * @throws Refusal `scope_missing` where a token may not do this; people in a session have no scopes
 */
export function requireScope(actor: Actor, scope: string): void {
  if (actor.scopes === null || (scope === 'read' && actor.scopes.length > 0)) return
  if (!actor.scopes.includes(scope)) throw new Refusal('scope_missing', { scope }, { status: 403 })
}

/**
 * Runs one act: parse, permit, do, and record, all in one transaction. What is refused or fails is recorded in a
 * transaction of its own, because that of the act is undone.
 */
export async function execute<Result>(
  system: System,
  circumstances: Circumstances,
  act: Endpoint<never, Result> | Endpoint,
  call: { input: unknown; idempotencyKey: string | null },
): Promise<{ result: Result; replayed: boolean }> {
  const endpoint = act as Endpoint<Endpoint['input'], Result>
  if (circumstances.actor !== null) await stopMarkedInput(system, circumstances, endpoint.name, call.input)
  try {
    const prepared = await prepare(system, circumstances, endpoint, call.input)
    const mode = call.idempotencyKey === null ? 'write' : 'once'
    return await inTransaction(system, circumstances, mode, async (c) => {
      requireActor(c)
      const input = await admittedInput(c, endpoint, call.input)
      const run = () => endpoint.run(c, input, prepared)
      if (call.idempotencyKey === null) return { result: await run(), replayed: false }
      const key = requireKey(call.idempotencyKey)
      const use = { key, endpoint: endpoint.name, input }
      return once(c, { ...use, secret: endpoint.secret ?? false }, run)
    })
  } catch (error) {
    await recordUndone(system, circumstances, endpoint.name, error)
    throw error
  }
}

/** The slow work of an act, done outside any transaction, if the actor has permission. */
async function prepare(
  system: System,
  circumstances: Circumstances,
  endpoint: Endpoint,
  given: unknown,
): Promise<unknown> {
  if (endpoint.prepare === undefined) return undefined
  const work = await inTransaction(system, circumstances, 'read', async (c) => {
    requireActor(c)
    const input = await admittedInput(c, endpoint, given)
    return endpoint.prepare?.(c, input)
  })
  return work?.()
}

/** The input of an act, once it is known that it can be taken from this actor. */
async function admittedInput<Input extends Endpoint['input']>(
  c: Context,
  endpoint: Endpoint<Input>,
  given: unknown,
) {
  requireAdmitted(c.actor, endpoint)
  const input = parseInput(endpoint.input, given)
  // What is wrong with the form is said first: nobody should prove who they are for nothing.
  if (endpoint.fresh === true) await requireFresh(c)
  return input
}

/** @throws Refusal `scope_missing`, `emergency_reads_only` where no input at all could be taken from this actor */
function requireAdmitted(actor: Actor, act: Pick<Endpoint, 'name' | 'scope'>): void {
  requireScope(actor, act.scope ?? 'write')
  if (actor.emergency !== undefined && !stillOpen.has(act.name))
    throw new Refusal('emergency_reads_only', {}, { status: 403 })
}

/**
 * Checks before a body is read whether the sender could do anything here; a refusal is recorded like that of the act
 * itself.
 */
export async function admit(
  system: System,
  circumstances: Circumstances,
  act: Pick<Endpoint, 'name' | 'scope'>,
): Promise<Actor> {
  requireActor(circumstances)
  try {
    requireAdmitted(circumstances.actor, act)
  } catch (error) {
    await recordUndone(system, circumstances, act.name, error)
    throw error
  }
  return circumstances.actor
}

/** @throws Refusal `idempotency_key_invalid` where it is no key that could be kept */
function requireKey(key: string): string {
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new Refusal('idempotency_key_invalid', {}, { status: 400 })
  return key
}

/** The only act that emergency access permits in addition to reading: ending it. */
const stillOpen = new Set(['session.switch-post', 'session.end', 'emergency.end'])

/** Records what somebody reads by emergency access: each page and each answer, of the named thing or not. */
export async function recordEmergencyReading(c: PublicContext, path: string): Promise<void> {
  const { emergency } = c.actor ?? {}
  if (emergency === undefined) return
  const thing = { kind: emergency.objectKind, id: emergency.objectId }
  await audit(c, 'emergency.read', thing, { path: path.slice(0, 300) }, 'read')
}

/** A reading that is recorded needs a transaction that may write. */
export const readingMode = (circumstances: Circumstances): 'read' | 'write' =>
  circumstances.actor?.emergency === undefined ? 'read' : 'write'

// The last cannot be recorded: it says that nothing can.
const noEvent = new Set(['input_invalid', 'fresh_sign_in_needed', 'clock_behind'])

/** Records what a rule or a right refused, or what failed, in a transaction of its own. */
export async function recordUndone(
  system: System,
  circumstances: Circumstances,
  action: string,
  error: unknown,
  asked: Readonly<Record<string, string>> = {},
): Promise<void> {
  // What a person typed wrongly is no event; what a rule or a right forbade is.
  if (error instanceof Refusal && (noEvent.has(error.code) || isSignInMissing(error.code))) return
  const outcome = error instanceof Refusal ? 'refused' : 'failed'
  const why = error instanceof Refusal ? { code: error.code, reasons: error.reasons } : {}
  const payload = { ...asked, ...why }
  await inTransaction(system, circumstances, 'write', (c) => audit(c, action, null, payload, outcome)).catch(
    (cause: unknown) => {
      system.log.error({ err: cause, action }, 'an undone act could not be recorded')
    },
  )
}
