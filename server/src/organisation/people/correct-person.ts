import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { id, nameText, text, version } from '../../platform/http/fields.ts'
import { notFound, Refusal, refuseIf } from '../../platform/refusal.ts'
import { countUp, requireVersion } from '../lock.ts'
import { mayCorrectPersons } from '../policy.ts'
import { lockDirectoryBesideOthers } from '../relations/closure.ts'
import { organisationDb } from '../tables.ts'

export const correctPersonInput = z.strictObject({
  personId: id(),
  version: version(),
  fullName: nameText(200),
  /** Why what was written is wrong. */
  reason: text(500),
})
export type CorrectPersonInput = z.output<typeof correctPersonInput>

/**
 * Corrects a name that was written wrongly. The actor must administer every unit in which the person holds or held a
 * post.
 */
export async function correctPerson(c: Context, input: CorrectPersonInput): Promise<void> {
  await lockDirectoryBesideOthers(c)
  const person = await organisationDb(c)
    .selectFrom('person')
    .select(['full_name', 'version'])
    .where('id', '=', input.personId)
    .forUpdate()
    .executeTakeFirst()
  if (person === undefined) throw notFound('person')
  if (!(await mayCorrectPersons(c, [input.personId])).has(input.personId))
    throw new Refusal('forbidden', { act: 'person.correct' }, { status: 403 })
  requireVersion(person, input.version)
  if (person.full_name === input.fullName)
    refuseIf([{ code: 'nothing_corrected', params: { name: person.full_name }, field: 'fullName' }])

  await organisationDb(c)
    .updateTable('person')
    .set({ full_name: input.fullName })
    .where('id', '=', input.personId)
    .execute()
  await countUp(c, 'person', input.personId)
  const before = { fullName: person.full_name }
  await audit(c, 'person.correct', { kind: 'person', id: input.personId }, { ...input, before })
}
