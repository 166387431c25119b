import type { AnnexFound, CopyFound } from '../../check/recognise/recognised.ts'
import type { Annex, CopyBlock, OfficialDocument } from '../../model/document.ts'
import { kindsOf } from '../../model/kinds.ts'
import type { ReadDocument } from '../../read/read-document.ts'
import { sameSpelling } from '../../text/tones.ts'
import { type BodyContext, bodyOf } from './body-of.ts'
import { footOf } from './foot-of.ts'
import { bodiesOf } from './head-of.ts'
import { issuedOf } from './issued-of.ts'
import { notFollowed } from './not-followed.ts'
import { textOf } from './spans-of.ts'
import { copyNumberOf } from './symbol-of.ts'

const longestReference = 1_000

export interface AnnexRead {
  readonly annex: Annex
  /** `Ủy ban nhân dân tỉnh …`, where the reference names the body. */
  readonly issuerInText: string | null
}

export function annexOf(found: AnnexFound, read: ReadDocument, context: BodyContext): AnnexRead {
  const attached = found.type === 'attached'
  const label = found.label.text
  const kind = kindsOf(context.profile).find(({ name }) =>
    sameSpelling(name.toLocaleUpperCase('vi'), label.toLocaleUpperCase('vi')),
  )
  const section = read.sections[found.label.paragraph.sectionIndex]
  const reference = found.reference
    .map(({ text }) => text)
    .join(' ')
    .slice(0, longestReference)
  const filled = /\ssố\s+\S*\d\S*\s+ngày\s+\d/u.test(reference)
  const paragraphs = [...new Set(found.title.map(({ paragraph }) => paragraph))]
  const issuer = filled ? (/năm\s+\d{4}\s+của\s+(.+?)\)\s*$/u.exec(reference)?.[1] ?? null) : null
  return {
    annex: {
      type: found.type,
      ...(attached && kind ? { kind: kind.id } : {}),
      title: textOf(paragraphs, context.notes, { bold: true }),
      reference: filled ? 'filled' : 'empty',
      ...(section?.landscape ? { landscape: true } : {}),
      body: bodyOf(found.body, context),
    },
    issuerInText: issuer,
  }
}

const copyMarks: readonly (readonly [RegExp, CopyBlock['kind']])[] = [
  [/^SAO Y/u, 'sao-y'],
  [/^SAO LỤC/u, 'sao-luc'],
  [/^TRÍCH SAO/u, 'trich-sao'],
]

export function copyOf(found: CopyFound, { profile }: Pick<OfficialDocument, 'profile'>): CopyBlock {
  const kind = copyMarks.find(([mark]) => mark.test(found.label.text))?.[1] ?? 'sao-y'
  const number = copyNumberOf(found.head.number?.text ?? '', profile, kind)
  if (!number) throw notFollowed('number')
  const issued = issuedOf(found.head.issued?.text ?? '')
  if (!issued) throw notFollowed('issued')
  const { signatures, recipients } = footOf(found.foot, false)
  const [signature] = signatures
  if (!signature) throw notFollowed('signature')
  return { kind, ...bodiesOf(found.head), number, issued, signature, ...(recipients ? { recipients } : {}) }
}
