import type { Profile } from '../../profile/profile.ts'
import type { CopyBlock, DocumentNumber, OfficialDocument } from '../document.ts'
import { copyKinds, kindById } from '../kinds.ts'

/** What is left open for a number or a day that is not known yet. */
export const openPlace = '      '

/** Below ten with a zero before it: Decree 30, annex I, part II, 3. */
export const withZero = (number: number): string => String(number).padStart(2, '0')

/** `15/QĐ-UBND`, `05/BNV-VP`, `30/2020/NĐ-CP`; for the Party `127-QĐ/TW`. */
export function symbolOf(
  number: DocumentNumber,
  abbreviation: string | null,
  { symbol }: Pick<Profile, 'symbol'>,
): string {
  const value = number.value === null ? openPlace : withZero(number.value)
  const year = number.year === undefined ? '' : `/${number.year}`
  const kind = number.kind ?? abbreviation
  if (kind === null) return `${value}${year}/${number.body}`
  return `${value}${year}${symbol.afterNumber}${kind}${symbol.beforeBody}${number.body}`
}

export function documentSymbol(document: OfficialDocument, profile: Pick<Profile, 'symbol'>): string | null {
  if (!document.number) return null
  const kind = kindById(document.profile, document.kind)
  return symbolOf(document.number, kind?.abbreviation ?? null, profile)
}

/** Ô 3: `Số: 15/QĐ-UBND`, `Số 127-QĐ/TW`. */
export function numberLine(document: OfficialDocument, profile: Pick<Profile, 'symbol'>): string | null {
  const symbol = documentSymbol(document, profile)
  return symbol === null ? null : `${profile.symbol.label} ${symbol}`
}

/** `Số: 12/SY-UBND` */
export const copyNumberLine = (copy: CopyBlock, profile: Pick<Profile, 'symbol'>): string =>
  `${profile.symbol.label} ${symbolOf(copy.number, copyKinds[copy.kind].abbreviation, profile)}`
