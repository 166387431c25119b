import type { z } from 'zod'
import { Nd30Error } from '../errors.ts'
import { modelBounds } from './bounds.ts'
import { demandFaults } from './demands.ts'
import type { Block, OfficialDocument } from './document.ts'
import type { FaultCode } from './fault-code.ts'
import { fault, ModelError, type ModelFault } from './faults.ts'
import { imageFacts } from './image.ts'
import { normalised } from './normalise.ts'
import { documentSchema } from './schema.ts'
import { tidied } from './tidied.ts'
import { tooLarge } from './too-large.ts'

/**
 * A document from its JSON. Strings become composed Unicode (NFC) and lose blanks at their ends; beyond that nothing is
 * mended: what is wrong is said, every fault with its path and a sentence. Parsed again, the result stays as it is.
 *
 * @throws ModelError `model_wrong`, with every fault (the first hundred)
 * @throws Nd30Error `model_too_large`, `image_wrong`
 */
export function parseDocument(json: unknown): OfficialDocument {
  const copy = normalised(json)
  const parsed = documentSchema.safeParse(copy)
  if (!parsed.success) throw wrong(parsed.error.issues.flatMap((issue) => issueFaults(issue, copy)))
  const document = tidied(parsed.data)
  judgeSize(document)
  const faults = demandFaults(document)
  if (faults.length > 0) throw wrong(faults)
  judgeImages(document)
  return document
}

function wrong(faults: readonly ModelFault[]): ModelError {
  const [first, ...others] = faults
  if (!first) throw new RangeError('no fault')
  return new ModelError([first, ...others.slice(0, modelBounds.faults - 1)])
}

type Issue = z.core.$ZodIssue

function issueFaults(issue: Issue, copy: unknown): readonly ModelFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault([...issue.path, key], 'unknown_key'))
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return branchOf(issue.errors).flatMap((inner) =>
      issueFaults({ ...inner, path: [...issue.path, ...inner.path] } as Issue, copy),
    )
  const missing = valueAt(copy, issue.path) === undefined
  return [fault(issue.path, missing ? 'missing' : codeOf(issue))]
}

/** Of a text that is neither string nor spans as it should be, the branch whose type it has. */
const branchOf = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  branches.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)) ??
  (branches[0] ?? []).slice(0, 1)

function codeOf(issue: Issue): FaultCode {
  switch (issue.code) {
    case 'invalid_type':
      return 'wrong_type'
    case 'invalid_value':
    case 'invalid_union':
      return 'not_one_of'
    default:
      return issue.message as FaultCode
  }
}

const valueAt = (copy: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    copy,
  )

const bodiesOf = (
  document: OfficialDocument,
): readonly (readonly [path: string, body: readonly Block[]])[] => [
  ['body', document.body],
  ...(document.annexes ?? []).map(({ body }, index) => [`annexes.${index}.body`, body] as const),
]

function judgeSize(document: OfficialDocument): void {
  let blocks = 0
  let cells = 0
  for (const [, body] of bodiesOf(document)) {
    blocks += body.length
    for (const block of body)
      if (block.type === 'table')
        for (const row of [...(block.header ?? []), ...block.rows]) cells += Math.max(row.length, 1)
  }
  if (blocks > modelBounds.blocks) throw tooLarge('blocks')
  if (cells > modelBounds.cells) throw tooLarge('cells')
}

function judgeImages(document: OfficialDocument): void {
  for (const [path, body] of bodiesOf(document))
    body.forEach((block, index) => {
      if (block.type === 'figure' && imageFacts(block.image) === null)
        throw new Nd30Error('image_wrong', `no readable PNG or JPEG at ${path}.${index}.image`, {
          path: `${path}.${index}.image`,
        })
    })
}
