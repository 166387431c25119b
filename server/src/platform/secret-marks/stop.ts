import { audit } from '../audit/audit.ts'
import { type Circumstances, inTransaction, type System } from '../http/system.ts'
import { newId } from '../id.ts'
import { Refusal } from '../refusal.ts'
import { findMarkedField } from './scan-input.ts'

/** What was stopped: never what it said. */
export interface Stopped {
  /** The act, or the address of a form that is open to everybody. */
  readonly act: string
  readonly field: string | undefined
  readonly kind: 'text' | 'file' | 'file_name'
}

/** Says that something was stopped, with nothing of it. */
export const stoppedRefusal = (): Refusal => new Refusal('secret_mark_stopped')

/**
 * Stops an input in which any text bears a mark of secrecy, before anything else looks at it, and records that it was.
 * @throws Refusal `secret_mark_stopped`
 */
export async function stopMarkedInput(
  system: System,
  circumstances: Circumstances,
  act: string,
  input: unknown,
): Promise<void> {
  const marked = findMarkedField(input)
  if (marked === undefined) return
  await recordStop(system, circumstances, { act, field: marked.field, kind: 'text' })
  throw stoppedRefusal()
}

/** Keeps who was stopped, when, in which act and field; and an entry in the record that says no more. */
export async function recordStop(
  system: System,
  circumstances: Circumstances,
  { act, field, kind }: Stopped,
): Promise<void> {
  const id = newId<'stopped-mark'>()
  const { actor, origin } = circumstances
  await inTransaction(system, circumstances, 'write', async (c) => {
    await c.db
      .insertInto('stopped_mark')
      .values({
        id,
        stopped_at: c.now,
        account_id: actor?.accountId ?? null,
        person_id: actor?.personId ?? null,
        holding_id: actor?.holdingId ?? null,
        unit_id: actor?.unitId ?? null,
        act,
        field: field ?? null,
        kind,
        request_id: origin.requestId,
      })
      .execute()
    await audit(c, 'secret-mark.stop', { kind: 'stopped-mark', id }, { act, kind }, 'refused')
  })
}
