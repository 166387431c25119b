import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { nameText } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { isInvented } from '../invented.ts'
import { authorizeDirectory } from '../policy.ts'
import { organisationDb, type PersonId } from '../tables.ts'

export const addPersonInput = z.strictObject({ fullName: nameText(200) })
export type AddPersonInput = z.output<typeof addPersonInput>

/** Enters a person into the directory; only what they hold later places them in a unit. Namesakes are lawful. */
export async function addPerson(c: Context, input: AddPersonInput): Promise<{ personId: PersonId }> {
  authorizeDirectory(c, 'person.add')
  const personId = newId<'person'>()
  const illustrative = await isInvented(c, {})
  await organisationDb(c)
    .insertInto('person')
    .values({ id: personId, full_name: input.fullName, illustrative })
    .execute()
  await audit(c, 'person.add', { kind: 'person', id: personId }, input)
  return { personId }
}
