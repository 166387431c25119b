import type { Desk } from '../matrix/desk.ts'
import { signaturesIn } from '../matrix/signatures-in.ts'
import { sign } from '../src/sign/sign.ts'
import type { Attack } from '../src/testing/attacks/attack.ts'
import { certificationAttacks } from '../src/testing/attacks/certification.ts'
import { document, withRevision } from '../src/testing/attacks/document.ts'
import { fileAttacks } from '../src/testing/attacks/file.ts'
import { formAttacks } from '../src/testing/attacks/form.ts'
import { shadowAttacks } from '../src/testing/attacks/shadow.ts'
import { structureAttacks } from '../src/testing/attacks/structure.ts'
import { buildPdf, latin1, streamText } from '../src/testing/build-pdf.ts'
import type { Case } from './case.ts'

export const allAttacks: readonly Attack[] = [
  ...shadowAttacks,
  ...certificationAttacks,
  ...formAttacks,
  ...structureAttacks,
  ...fileAttacks,
]

/** The file that an attack makes of a signed document. */
export async function attacked(desk: Desk, attack: Attack): Promise<Uint8Array> {
  const { prepared, certification, locks = [], revisions = [], append } = attack
  const signer = desk.ca.issue({ notAfter: new Date('2049-01-01T00:00:00Z') })
  const signed = await sign(buildPdf({ ...document, ...prepared }), {
    signer,
    at: desk.madeAt,
    ...(certification !== undefined && { certify: certification }),
    ...(locks[0] !== undefined && { lock: locks[0] }),
  })
  const bytes = revisions.reduce(withRevision, signed.bytes())
  return append === undefined ? bytes : append(bytes)
}

/** One of each class that has been told of. */
const kept: Readonly<Record<string, string>> = {
  'incremental-saving': 'other contents of a page',
  'shadow-hide': 'hide: a layer is switched on',
  'shadow-replace': 'replace: a font draws other letters',
  'shadow-hide-and-replace': 'hide and replace: a prepared page tree becomes the document',
  'evil-annotation': 'EAA: free text over words',
  'sneaky-field': 'SSA: a field for a signature that shows words',
  'form-value': 'a value that is shown otherwise',
  'locked-field': 'a locked field',
  'another-root': 'another root',
  'hidden-object': 'a cross-reference that leads to an object hidden in the data of another',
  'page-more': 'a page more',
  'script-on-opening': 'a script on opening',
}

export const attacks: readonly Case[] = [
  ...Object.entries(kept).map(([name, title]): Case => {
    const attack = allAttacks.find((one) => one.name === title)
    if (attack === undefined) throw new RangeError(`there is no attack “${title}”`)
    return {
      name,
      about: `${title} (${attack.source})`,
      expected: { verdict: 'modified_after', sub: null },
      make: (desk) => attacked(desk, attack),
    }
  }),
  {
    name: 'wrapping',
    about:
      'what was signed lies elsewhere in the file, and a byte range leads to it (Mladenov et al., CCS 2019)',
    expected: { verdict: 'invalid', sub: 'HASH_FAILURE' },
    make: async (desk) => wrapped(await attacked(desk, untouched)),
  },
  {
    name: 'forgery',
    about:
      'a byte range that covers nothing, over a message that was made of nothing (Mladenov et al., CCS 2019)',
    expected: { verdict: 'invalid', sub: 'FORMAT_FAILURE' },
    make: async (desk) => emptied(await attacked(desk, untouched)),
  },
]

const untouched: Attack = { name: '', source: '', shows: '', expected: { kind: 'content' } }
const otherSum = streamText('', 'BT /F1 12 Tf 72 700 Td (So tien: 900 dong) Tj ET')

/**
 * The signed bytes before `/Contents` stay, those after it go to the end of the file, whose last `startxref` they bring
 * along. At that place, between the two, stands a table of the attacker's, with another signature dictionary and other
 * words. The digest over the two signed parts is right.
 */
function wrapped(signed: Uint8Array): Uint8Array {
  const [signature] = signaturesIn(signed)
  if (signature === undefined) throw new RangeError('nothing is signed')
  const text = latin1(signed)
  const { start, end } = signature.gap
  const [before, contents, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const widget = Number(
    /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*\/FT ?\/Sig(?:(?!endobj)[\s\S])*\/V /.exec(after)?.[1],
  )
  const previous = Number(/\/Prev (\d+)/.exec(after)?.[1])
  const own = (movedTo: number, at: number): string => {
    const range = `[0 ${before.length} ${movedTo} ${after.length}]`
    const dictionary = `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange${range}/Contents${contents}>>`
    const objects: [number, string][] = [
      [4, otherSum],
      [90, dictionary],
      [1, '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[91 0 R]/SigFlags 3>>>>'],
      [91, '<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V 90 0 R/F 132/Rect[0 0 0 0]/P 3 0 R>>'],
    ]
    let body = ''
    const entries = objects.map(([number, value]) => {
      const entry = `${number} 1\n${String(at + body.length).padStart(10, '0')} 00000 n \n`
      body += `${number} 0 obj\n${value}\nendobj\n`
      return entry
    })
    return `xref\n${entries.join('')}trailer\n<</Root 1 0 R/Size 92/Prev ${previous}>>\n${body}`
  }
  const head = `${before}${contents}`.padEnd(tableAt)
  // The table's length does not depend on what stands in it, but for the digits of the range.
  const tableLength = own(head.length, head.length).indexOf('4 0 obj\n')
  const length = own(head.length + 20_000, head.length + tableLength).length
  const movedTo = head.length + length
  const middle = own(movedTo, head.length + tableLength)
  if (middle.length !== length || Number.isNaN(widget)) throw new RangeError('the parts do not fit')
  return Buffer.from(head + middle + after, 'latin1')
}

/** The byte range of two empty spans. */
function emptied(signed: Uint8Array): Uint8Array {
  const text = latin1(signed)
  const [whole = ''] = /\/ByteRange ?\[[\d ]+\]/.exec(text) ?? []
  return Buffer.from(text.replace(whole, `${'/ByteRange [0 0 0 0'.padEnd(whole.length - 1)}]`), 'latin1')
}
