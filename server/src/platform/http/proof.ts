import type { FastifyRequest } from 'fastify'
import type { Actor, PublicContext } from '../context.ts'
import type { Refusal } from '../refusal.ts'
import { requireActor } from './execute.ts'
import { encodeForm, type FormValues } from './form.ts'
import { uploadsIn } from './form-body.ts'
import { sentenceOf } from './problem.ts'
import type { System } from './system.ts'
import type { PageView } from './view.ts'

/** The group of fields that the page of a proof adds to those of the form that it carries. */
export const proofField = 'signInProof'

const asking = new Set(['fresh_sign_in_needed', 'proof_wrong'])

/** Whether the act only waits for the person to prove who they are. */
export const asksForProof = (refusal: Refusal): boolean => asking.has(refusal.code)

/** Where the form brings a proof of who sends it, judges that first. @returns the values of the form alone */
export async function takeProof(
  request: FastifyRequest,
  values: FormValues,
  prove: (actor: Actor, proof: FormValues) => Promise<Date>,
): Promise<FormValues> {
  const { [proofField]: proof, ...rest } = values
  const { actor } = request.identified
  if (proof === undefined || typeof proof === 'string' || Array.isArray(proof) || actor === null) return rest
  const authenticatedAt = await prove(actor, proof as FormValues)
  request.identified = { ...request.identified, actor: { ...actor, authenticatedAt } }
  return rest
}

/** The page that asks the sender to authenticate again; it carries all input and uploaded files. */
export async function askForProof(
  system: System,
  request: FastifyRequest,
  c: PublicContext,
  values: FormValues,
  refusal: Refusal,
): Promise<PageView> {
  requireActor(c)
  const { [proofField]: _proof, ...rest } = values
  const view = await system.proving.page(c, {
    action: request.url,
    carried: encodeForm(rest),
    uploads: await uploadsIn(c, rest),
    problem: refusal.code === 'fresh_sign_in_needed' ? null : sentenceOf(c.t, refusal),
  })
  return { ...view, status: refusal.status }
}
