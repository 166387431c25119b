import type { Context } from '../platform/context.ts'
import { optionalId, text } from '../platform/http/fields.ts'
import { endpoint } from '../platform/http/route.ts'
import { addPerson, addPersonInput } from './people/add-person.ts'
import { appoint, appointInput } from './people/appoint.ts'
import { changePostManagement, changePostManagementInput } from './people/change-post-management.ts'
import { closePost, closePostInput } from './people/close-post.ts'
import { correctPerson, correctPersonInput } from './people/correct-person.ts'
import { endHolding, endHoldingInput } from './people/end-holding.ts'
import { getHoldingFacts } from './people/holding-queries.ts'
import { openPost, openPostInput } from './people/open-post.ts'
import { getPost } from './people/post-queries.ts'
import { correctUnit, correctUnitInput } from './units/correct-unit.ts'
import { endUnit, endUnitInput, type UnitDependants } from './units/end-unit.ts'
import { foundUnit, foundUnitInput } from './units/found-unit.ts'
import { placeUnit, placeUnitInput } from './units/place-unit.ts'
import { renameUnit, renameUnitInput } from './units/rename-unit.ts'
import { getUnitByCode } from './units/unit-page.ts'
import { getUnit } from './units/unit-view.ts'

/**
 * The use cases of the directory as pages and machines call them: a unit by the code that stands in its address, a post and
 * a holding by their ids. Each answers with the code of the unit that it was about.
 */

const code = () => text(100)

const unitIdOf = async (c: Context, unitCode: string) => (await getUnitByCode(c, unitCode, c.today)).id

export const foundUnitAct = endpoint({
  name: 'unit.found',
  input: foundUnitInput,
  async run(c, input) {
    const { unitId } = await foundUnit(c, input)
    return { id: unitId, unit: input.code }
  },
})

export const placeUnitAct = endpoint({
  name: 'unit.place',
  input: placeUnitInput.omit({ unitId: true }).extend({ code: code() }),
  async run(c, { code: unit, ...input }) {
    await placeUnit(c, { ...input, unitId: await unitIdOf(c, unit) })
    return { unit }
  },
})

/** Ends a unit on which neither the directory nor other slices have anything hanging. */
export const endUnitActFor = (others: readonly UnitDependants[]) =>
  endpoint({
    name: 'unit.end',
    input: endUnitInput.omit({ unitId: true }).extend({ code: code() }),
    async run(c, { code: unit, ...input }) {
      await endUnit(c, { ...input, unitId: await unitIdOf(c, unit) }, others)
      return { unit }
    },
  })
export type EndUnitAct = ReturnType<typeof endUnitActFor>

export const renameUnitAct = endpoint({
  name: 'unit.rename',
  input: renameUnitInput.omit({ unitId: true }).extend({ code: code() }),
  async run(c, { code: unit, ...input }) {
    await renameUnit(c, { ...input, unitId: await unitIdOf(c, unit) })
    return { unit }
  },
})

export const correctUnitAct = endpoint({
  name: 'unit.correct',
  input: correctUnitInput.omit({ unitId: true }).extend({ code: code() }),
  async run(c, { code: unit, ...input }) {
    await correctUnit(c, { ...input, unitId: await unitIdOf(c, unit) })
    return { unit }
  },
})

export const openPostAct = endpoint({
  name: 'post.open',
  input: openPostInput.omit({ unitId: true }).extend({ unit: code() }),
  async run(c, { unit, ...input }) {
    const { postId } = await openPost(c, { ...input, unitId: await unitIdOf(c, unit) })
    return { id: postId, unit }
  },
})

/** The code of the unit in which a post stands. */
async function unitOfPost(c: Context, postId: string): Promise<string> {
  const { unitId } = await getPost(c, postId)
  return (await getUnit(c, unitId, c.today)).code
}

export const changePostManagementAct = endpoint({
  name: 'post.manage',
  input: changePostManagementInput,
  async run(c, input) {
    await changePostManagement(c, input)
    return { id: input.postId, unit: await unitOfPost(c, input.postId) }
  },
})

export const closePostAct = endpoint({
  name: 'post.close',
  input: closePostInput,
  async run(c, input) {
    await closePost(c, input)
    return { id: input.postId, unit: await unitOfPost(c, input.postId) }
  },
})

export const correctPersonAct = endpoint({
  name: 'person.correct',
  input: correctPersonInput,
  async run(c, input) {
    await correctPerson(c, input)
    return { id: input.personId }
  },
})

export const addPersonAct = endpoint({
  name: 'person.add',
  /** `post`: to which the person is about to be appointed; the answer names it again. */
  input: addPersonInput.extend({ post: optionalId() }),
  async run(c, { post, ...input }) {
    const { personId } = await addPerson(c, input)
    return { id: personId, post }
  },
})

export const appointAct = endpoint({
  name: 'post.appoint',
  input: appointInput,
  async run(c, input) {
    const { holdingId } = await appoint(c, input)
    return { id: holdingId, unit: await unitOfPost(c, input.postId) }
  },
})

export const endHoldingAct = endpoint({
  name: 'holding.end',
  input: endHoldingInput,
  async run(c, input) {
    await endHolding(c, input)
    return { id: input.holdingId, unit: (await getHoldingFacts(c, input.holdingId, c.today)).unitCode }
  },
})
