import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { getOwnUpload } from '../../platform/files/uploads.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, Refusal, refuseIf } from '../../platform/refusal.ts'
import { touch, typedReading } from '../carrying-out/report-work.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { decimal } from '../rules/decimal.ts'
import { guardOfferEvidence, type OfferFacts } from '../rules/guards/evidence.ts'
import { type EvidenceState, nextEvidenceState } from '../rules/states.ts'
import { type EvidenceId, programmeDb } from '../tables.ts'
import { doneBy } from '../two-people.ts'
import { getWorkForUpdate, type LoadedWork, refOf, requireVersion } from '../work.ts'

export const evidenceKinds = ['document', 'recognition', 'minutes', 'photo', 'other'] as const

const offerInput = z.strictObject({
  ref: field.text(80),
  version: field.version(),
  kind: field.choice(evidenceKinds),
  title: field.text(500),
  targetId: field.optionalId(),
  value: field.optionalDecimal(),
  done: field.optionalFlag(),
  note: field.optionalText(2000),
  effectiveOn: field.date(),
  uploadId: field.optionalUpload().transform((id) => id ?? ''),
  replacesId: field.optionalId(),
  /** What an outside authority recognised; only for the kind `recognition`. */
  recognition: z
    .strictObject({
      authority: field.optionalText(300),
      competence: field.optionalText(500),
      number: field.optionalText(100),
      recognisedOn: field.optionalDate(),
      validUntil: field.optionalDate(),
      quantity: field.optionalDecimal(),
    })
    .nullish(),
})
type OfferInput = z.output<typeof offerInput>

/** Offers a piece of proof. It counts only once an entitled person of the assigning body has accepted it. */
export const offerEvidence = endpoint({
  name: 'evidence.offer',
  input: offerInput,
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'offerEvidence', work.record)
    requireVersion(work, input.version)
    refuseIf(guardOfferEvidence(await offerFacts(c, work, input)))
    const upload = await getOwnUpload(c, input.uploadId)
    if (input.replacesId !== null) await replace(c, work, input.replacesId)
    const id = await keepEvidence(c, work, input, upload.id)
    await touch(c, work)
    await refreshSignals(c, [work.row.id])
    await audit(
      c,
      'evidence.offer',
      { kind: 'evidence', id },
      { work: work.row.code, kind: input.kind, targetId: input.targetId, sha256: upload.sha256 },
    )
    await publish(c, 'evidence.offered', { workId: work.row.id, evidenceId: id })
    return { id, ref: refOf(work.row) }
  },
})

async function offerFacts(c: Context, work: LoadedWork, input: OfferInput): Promise<OfferFacts> {
  const targets = await programmeDb(c)
    .selectFrom('target')
    .selectAll()
    .where('work_id', '=', work.row.id)
    .execute()
  const isRecognition = input.kind === 'recognition'
  const given = input.recognition ?? {
    authority: '',
    competence: '',
    number: '',
    recognisedOn: null,
    quantity: null,
  }
  return {
    standing: work.standing,
    today: c.today,
    hasPaper: input.uploadId !== '',
    forTarget: input.targetId !== null,
    effectiveOn: input.effectiveOn,
    reading:
      input.targetId === null
        ? null
        : typedReading(
            targets,
            { targetId: input.targetId, value: input.value, done: input.done, note: input.note },
            'value',
          ),
    recognition: isRecognition
      ? { ...given, quantity: given.quantity === null ? null : decimal(given.quantity) }
      : null,
  }
}

async function replace(c: Context, work: LoadedWork, evidenceId: string): Promise<void> {
  const earlier = await programmeDb(c)
    .selectFrom('evidence')
    .select(['id', 'state'])
    .where('id', '=', evidenceId)
    .where('work_id', '=', work.row.id)
    .executeTakeFirst()
  if (earlier === undefined) throw notFound('evidence')
  const state = nextEvidenceState(earlier.state as EvidenceState, 'replace')
  if (state === null) throw new Refusal('evidence_not_open', { state: earlier.state })
  await programmeDb(c).updateTable('evidence').set({ state }).where('id', '=', evidenceId).execute()
}

async function keepEvidence(
  c: Context,
  work: LoadedWork,
  input: OfferInput,
  uploadId: string,
): Promise<EvidenceId> {
  const id = newId<'evidence'>()
  await programmeDb(c)
    .insertInto('evidence')
    .values({
      id,
      work_id: work.row.id,
      target_id: input.targetId,
      kind: input.kind,
      title: input.title,
      value: input.value,
      done: input.done,
      upload_id: uploadId,
      note: input.note,
      effective_on: input.effectiveOn,
      account_id: c.actor.accountId,
      ...doneBy(c),
      stand_in_id: c.actor.standsFor?.standInId ?? null,
      offered_at: c.now,
      replaces_id: input.replacesId,
    })
    .execute()
  if (
    input.kind === 'recognition' &&
    input.recognition?.recognisedOn != null &&
    input.recognition.quantity !== null
  ) {
    const { authority, competence, number, recognisedOn, validUntil, quantity } = input.recognition
    await programmeDb(c)
      .insertInto('recognition')
      .values({
        evidence_id: id,
        authority,
        competence,
        number,
        recognised_on: recognisedOn,
        valid_until: validUntil,
        quantity,
      })
      .execute()
  }
  return id
}
