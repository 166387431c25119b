import { bmp, type DerPart, element, ia5, oid, printable, sequence, setOf, utf8 } from '../der/write.ts'
import { type NameField, nameOids } from '../x509/name.ts'

export type StringKind = 'utf8' | 'bmp' | 'printable' | 'ia5' | 't61'

/** Fields of a name in the order in which they are written. */
export type TestName = Partial<Record<NameField, string>>

const writers: Readonly<Record<StringKind, (text: string) => DerPart>> = {
  utf8,
  bmp,
  printable,
  ia5,
  t61: (text) => element(0x14, Buffer.from(text, 'latin1')),
}

/** A distinguished name; `kind` is the type of its strings but the country's. */
export function writeName(fields: TestName, kind: StringKind = 'utf8'): DerPart {
  const parts = Object.entries(fields) as [NameField, string][]
  return sequence(...parts.map(([field, text]) => writePart(field, text, kind)))
}

function writePart(field: NameField, text: string, kind: StringKind): DerPart {
  const write = field === 'C' ? printable : field === 'emailAddress' || field === 'DC' ? ia5 : writers[kind]
  return setOf(sequence(oid(nameOids[field]), write(text)))
}
