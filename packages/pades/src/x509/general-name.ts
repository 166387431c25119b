import { malformed } from '../der/bytes.ts'
import { constructed, type DerReader, primitive, tags } from '../der/read.ts'
import { type Name, readName } from './name.ts'

/** A GeneralName (RFC 5280, 4.2.1.6). Forms that nobody needs are only named, so that constraints can refuse them. */
export type GeneralName =
  | { readonly form: 'email' | 'dns' | 'uri' | 'upn'; readonly value: string }
  | { readonly form: 'ip'; readonly octets: Uint8Array }
  | { readonly form: 'directory'; readonly name: Name }
  | { readonly form: 'other' | 'x400' | 'edi' | 'registered'; readonly oid: string }

export type GeneralNameForm = GeneralName['form']

const upnOid = '1.3.6.1.4.1.311.20.2.3'
const maxNames = 1024

/** @throws PadesError `der_malformed` */
export function readGeneralName(reader: DerReader): GeneralName {
  const at = reader.at
  switch (reader.tag) {
    case constructed(0):
      return readOtherName(reader.enter(constructed(0)))
    case primitive(1):
      return { form: 'email', value: readAscii(reader, primitive(1)) }
    case primitive(2):
      return { form: 'dns', value: readAscii(reader, primitive(2)) }
    case constructed(3):
      reader.skip()
      return { form: 'x400', oid: '' }
    case constructed(4): {
      const field = reader.enter(constructed(4))
      const name = readName(field)
      field.finish()
      return { form: 'directory', name }
    }
    case constructed(5):
      reader.skip()
      return { form: 'edi', oid: '' }
    case primitive(6):
      return { form: 'uri', value: readAscii(reader, primitive(6)) }
    case primitive(7):
      return { form: 'ip', octets: reader.octets(primitive(7)) }
    case primitive(8):
      return { form: 'registered', oid: reader.oid(primitive(8)) }
    default:
      return malformed('a general name of no form', at)
  }
}

/** The names of a sequence of which the content is `reader`. @throws PadesError `der_malformed` */
export function readGeneralNames(reader: DerReader): readonly GeneralName[] {
  const names: GeneralName[] = []
  while (!reader.done) {
    if (names.length >= maxNames) malformed('too many names', reader.at)
    names.push(readGeneralName(reader))
  }
  return names
}

function readAscii(reader: DerReader, tag: number): string {
  const at = reader.at
  const text = reader.text(tag, tags.ia5)
  if (text.includes('\0')) malformed('a NUL in a name', at)
  return text
}

function readOtherName(field: DerReader): GeneralName {
  const oid = field.oid()
  const value = field.enter(constructed(0))
  const isUpn = oid === upnOid && value.tag === tags.utf8
  const name: GeneralName = isUpn ? { form: 'upn', value: value.text(tags.utf8) } : { form: 'other', oid }
  if (!isUpn) value.skip()
  value.finish()
  field.finish()
  return name
}
