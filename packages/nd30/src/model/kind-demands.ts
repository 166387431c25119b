import type { ProfileName } from '../profile/profile.ts'
import type { OfficialDocument } from './document.ts'
import type { Kind } from './kinds.ts'

type Field = keyof OfficialDocument

/** What a kind demands of a document's fields, beside those that every document has. */
export interface KindDemands {
  readonly needed: readonly Field[]
  readonly refused: readonly Field[]
  readonly fewestSignatures: 1 | 2
}

/** Kinds whose sample in annex III, or whose nature, has no abstract. */
const withoutAbstract: ReadonlySet<string> = new Set([
  'giay-gioi-thieu',
  'giay-nghi-phep',
  'giay-chung-nhan',
  'giay-di-duong',
  'thu-cong',
  'hop-dong',
  'ban-ghi-nho',
  'ban-thoa-thuan',
  'cuong-linh',
  'dieu-le',
  'tuyen-bo',
  'loi-keu-goi',
])

/** Annex III: what stands in every sample of the kind. */
export function kindDemands(profile: ProfileName, kind: Kind): KindDemands {
  const state = profile === 'state'
  const minutes = kind.shape === 'minutes'
  const numbered =
    !minutes && kind.id !== 'thu-cong' && (kind.abbreviation !== null || kind.shape === 'letter')
  const deciding = state && (kind.id === 'quyet-dinh' || kind.id === 'nghi-quyet')
  const addressed = kind.shape === 'letter' || (state && kind.id === 'cong-dien')
  const when = (wanted: boolean, ...fields: Field[]) => (wanted ? fields : [])
  return {
    needed: [
      ...when(numbered, 'number'),
      ...when(!minutes, 'issued'),
      ...when(!withoutAbstract.has(kind.id), 'abstract'),
      ...when(addressed, 'addressees'),
      ...when(deciding, 'competence', 'bases'),
    ],
    refused: when(state && minutes, 'issued'),
    fewestSignatures: minutes ? 2 : 1,
  }
}
