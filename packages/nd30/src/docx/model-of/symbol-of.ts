import type { CopyBlock, DocumentNumber, KindId, ProfileName } from '../../model/document.ts'
import { copyKinds, kindById } from '../../model/kinds.ts'

const state = /^Số\s*:?\s*(\d{0,7})\s*(?:\/\s*(\d{4}))?\s*\/\s*(\p{Lu}\S*)$/u
const party = /^Số\s*:?\s*(\d{0,7})\s*-\s*(\p{Lu}\p{L}*)\s*\/\s*(\p{Lu}\S*)$/u
const partyWithoutKind = /^Số\s*:?\s*(\d{0,7})\s*\/\s*(\p{Lu}\S*)$/u

/** What stands in `Số: 15/QĐ-UBND`; null where it is none. */
export function numberOf(line: string, profile: ProfileName, kind: KindId): DocumentNumber | null {
  const abbreviation = kindById(profile, kind)?.abbreviation ?? null
  return numberWith(line, profile, abbreviation)
}

export const copyNumberOf = (line: string, profile: ProfileName, kind: CopyBlock['kind']) =>
  numberWith(line, profile, copyKinds[kind].abbreviation)

function numberWith(line: string, profile: ProfileName, abbreviation: string | null): DocumentNumber | null {
  return profile === 'state' ? stateNumber(line, abbreviation) : partyNumber(line, abbreviation)
}

function stateNumber(line: string, abbreviation: string | null): DocumentNumber | null {
  const found = state.exec(line)
  if (!found) return null
  const [, value = '', year, symbol = ''] = found
  const number = { value: countOf(value), ...(year === undefined ? {} : { year: Number(year) }) }
  if (abbreviation === null) return { ...number, body: symbol }
  const hyphen = symbol.indexOf('-')
  const [kind, body] = hyphen < 0 ? ['', symbol] : [symbol.slice(0, hyphen), symbol.slice(hyphen + 1)]
  return kind === abbreviation ? { ...number, body } : { ...number, body, ...(kind === '' ? {} : { kind }) }
}

function partyNumber(line: string, abbreviation: string | null): DocumentNumber | null {
  const found = party.exec(line)
  if (found) {
    const [, value = '', kind = '', body = ''] = found
    return { value: countOf(value), body, ...(kind === abbreviation ? {} : { kind }) }
  }
  const [, value = '', body] = partyWithoutKind.exec(line) ?? []
  return body === undefined ? null : { value: countOf(value), body }
}

const countOf = (digits: string) => (digits === '' ? null : Number(digits))
