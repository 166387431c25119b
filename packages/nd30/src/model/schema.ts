import { z } from 'zod'
import { modelBounds as most } from './bounds.ts'
import type { OfficialDocument } from './document.ts'
import { oneLine, severalLines } from './letters-allowed.ts'

// The messages are codes of `faults.ts`.
const words = (longest: number) =>
  z.string().min(1, 'empty').max(longest, 'too_long').regex(oneLine, 'letters_not_allowed')
const lines = z.string().min(1, 'empty').max(most.line, 'too_long').regex(severalLines, 'letters_not_allowed')
const line = words(most.line)
const list = <Item extends z.ZodType>(item: Item, longest: number) =>
  z.array(item).max(longest, 'too_many').readonly()
const count = (least: number, greatest: number) =>
  z.int('wrong_type').min(least, 'out_of_range').max(greatest, 'out_of_range')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date_wrong')
const kind = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'kind_unknown')

const span = z
  .strictObject({
    text: words(most.text),
    bold: z.exactOptional(z.boolean()),
    italic: z.exactOptional(z.boolean()),
    underline: z.exactOptional(z.boolean()),
    raised: z.exactOptional(z.enum(['superscript', 'subscript'])),
    footnote: z.exactOptional(words(most.footnote)),
  })
  .meta({ id: 'Span' })
const spans = z.array(span).min(1, 'empty').max(most.spans, 'too_many').readonly()
const text = z.union([words(most.text), spans]).meta({ id: 'Text' })

const cell = z
  .strictObject({
    text: z.union([z.string().max(most.text, 'too_long').regex(oneLine, 'letters_not_allowed'), spans]),
    align: z.exactOptional(z.enum(['left', 'center', 'right', 'justify'])),
    columns: z.exactOptional(count(1, most.columns)),
    rows: z.exactOptional(count(1, most.rows)),
  })
  .meta({ id: 'Cell' })
const row = list(cell, most.columns)

const block = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.enum(['part', 'chapter', 'section', 'subsection']),
      number: words(30),
      title: z.exactOptional(line),
    }),
    z.strictObject({
      type: z.literal('article'),
      number: count(1, 9_999),
      suffix: z.exactOptional(z.string().regex(/^\p{Ll}$/u, 'letter_wrong')),
      title: z.exactOptional(text),
      text: z.exactOptional(text),
    }),
    z.strictObject({
      type: z.literal('clause'),
      number: count(1, 9_999),
      title: z.exactOptional(text),
      text: z.exactOptional(text),
    }),
    z.strictObject({ type: z.literal('point'), letter: z.string().regex(/^\p{Ll}$/u, 'letter_wrong'), text }),
    z.strictObject({
      type: z.literal('heading'),
      level: z.literal([1, 2]),
      number: words(20),
      title: text,
    }),
    z.strictObject({ type: z.literal('paragraph'), text }),
    z.strictObject({ type: z.literal('item'), mark: z.enum(['-', '+']), text }),
    z.strictObject({
      type: z.literal('table'),
      caption: z.exactOptional(text),
      columns: z
        .array(z.number().positive('out_of_range').max(10_000, 'out_of_range'))
        .min(1, 'too_few')
        .max(most.columns, 'too_many')
        .readonly(),
      header: z.exactOptional(list(row, most.headRows)),
      rows: z.array(row).min(1, 'too_few').max(most.rows, 'too_many').readonly(),
    }),
    z.strictObject({
      type: z.literal('figure'),
      image: z.string().min(1, 'empty'),
      widthMm: z.number().min(5, 'out_of_range').max(260, 'out_of_range'),
      alternative: words(1_000),
      caption: z.exactOptional(text),
    }),
  ])
  .meta({ id: 'Block' })
const body = z.array(block).min(1, 'empty').max(most.blocks, 'too_many').readonly()

const number = z
  .strictObject({
    value: count(1, 9_999_999).nullable(),
    year: z.exactOptional(count(1945, 2200)),
    body: z.string().regex(/^\p{Lu}[\p{L}\p{N}.&]{0,29}(-[\p{L}\p{N}.&]{1,30}){0,4}$/u, 'symbol_wrong'),
    kind: z.exactOptional(z.string().regex(/^\p{Lu}\p{L}{0,9}$/u, 'symbol_wrong')),
  })
  .meta({ id: 'DocumentNumber' })
const issued = z.strictObject({ place: words(100), date: date.nullable() }).meta({ id: 'PlaceAndDate' })
const signature = z
  .strictObject({
    authority: z.exactOptional(
      list(z.strictObject({ prefix: z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q']), of: line }), 3),
    ),
    position: z.exactOptional(line),
    name: words(100),
    title: z.exactOptional(words(60)),
  })
  .meta({ id: 'SignatureBlock' })
const recipients = z
  .strictObject({
    lines: list(line, most.recipients),
    archive: line,
    drafter: z.exactOptional(
      z.string().regex(/^[\p{L}\p{N}]{1,10}([.-][\p{L}\p{N}]{1,10}){0,3}$/u, 'symbol_wrong'),
    ),
    copies: z.exactOptional(count(1, 999_999)),
  })
  .meta({ id: 'Recipients' })
const contact = z.strictObject({
  address: z.exactOptional(line),
  phone: z.exactOptional(words(100)),
  fax: z.exactOptional(words(100)),
  email: z.exactOptional(words(200)),
  website: z.exactOptional(words(200)),
})
const annex = z.strictObject({
  type: z.enum(['annex', 'attached']),
  kind: z.exactOptional(kind),
  title: text,
  reference: z.enum(['filled', 'empty']),
  landscape: z.exactOptional(z.boolean()),
  body,
})
const copy = z.strictObject({
  kind: z.enum(['sao-y', 'sao-luc', 'trich-sao']),
  superior: z.exactOptional(lines),
  issuer: lines,
  number,
  issued,
  signature,
  recipients: z.exactOptional(recipients),
})

/** What the JSON of a document is made of; what its kind demands besides is in `demands.ts`. */
export const documentSchema = z.strictObject({
  profile: z.enum(['state', 'party']),
  kind,
  superior: z.exactOptional(lines),
  issuer: lines,
  issuerInText: z.exactOptional(line),
  number: z.exactOptional(number),
  issued: z.exactOptional(issued),
  abstract: z.exactOptional(text),
  addressees: z.exactOptional(list(line, most.addressees)),
  competence: z.exactOptional(line),
  bases: z.exactOptional(list(text, most.bases)),
  enacting: z.exactOptional(line),
  body,
  signatures: z.array(signature).min(1, 'too_few').max(most.signatures, 'too_many').readonly(),
  recipients: z.exactOptional(recipients),
  urgency: z.exactOptional(z.enum(['khẩn', 'thượng khẩn', 'hỏa tốc'])),
  circulation: z.exactOptional(z.enum(['xem xong trả lại', 'lưu hành nội bộ'])),
  draft: z.exactOptional(count(1, 99)),
  contact: z.exactOptional(contact),
  annexes: z.exactOptional(list(annex, most.annexes)),
  copy: z.exactOptional(copy),
}) satisfies z.ZodType<OfficialDocument>
