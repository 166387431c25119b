import type { OfficialDocument, ProfileName, Recipients } from '../document.ts'
import { capital } from './letters.ts'

export interface RecipientsWords {
  readonly label: 'Nơi nhận:'
  /** `- Như trên;` … `- Lưu: VT, NV.` */
  readonly lines: readonly string[]
  /** Ô 12: `PL.(300)` */
  readonly drafter: string | null
}

/** Ô 9b and 12. How many copies stands behind the drafter's symbol, else behind the archive. */
export function recipientsWords(
  recipients: Recipients,
  profile: ProfileName,
  asAbove: boolean,
): RecipientsWords {
  const { drafter, copies } = recipients
  const archive = `${profile === 'state' ? 'Lưu:' : 'Lưu'} ${recipients.archive}`
  const copied = copies !== undefined && drafter === undefined ? `${archive} (${copies})` : archive
  return {
    label: 'Nơi nhận:',
    lines: [
      ...(asAbove ? ['Như trên'] : []).concat(recipients.lines).map((line) => `- ${line};`),
      `- ${copied}.`,
    ],
    drafter: drafter === undefined ? null : copies === undefined ? drafter : `${drafter}.(${copies})`,
  }
}

export interface AddresseesWords {
  /** `Kính gửi:`, `Kính trình:`; in a công điện `CHỦ TỊCH … điện:` */
  readonly label: string
  /** Behind the label, where there is one alone. */
  readonly one: string | null
  /** Below the label, where there are several: `- …;` */
  readonly several: readonly string[]
}

/** Ô 9a; for a công điện annex III, sample 1.6. */
export function addresseesWords(document: OfficialDocument): AddresseesWords | null {
  const { addressees } = document
  const [first, ...others] = addressees ?? []
  if (first === undefined) return null
  const label = labelOf(document)
  if (others.length === 0 && document.kind !== 'cong-dien') return { label, one: first, several: [] }
  const all = [first, ...others]
  return {
    label,
    one: null,
    several: all.map((line, index) => `- ${line}${index === all.length - 1 ? '.' : ';'}`),
  }
}

function labelOf({ profile, kind, competence, issuer }: OfficialDocument): string {
  if (kind === 'cong-dien') return `${capital((competence ?? issuer).replaceAll('\n', ' '))} điện:`
  return profile === 'party' && kind === 'to-trinh' ? 'Kính trình:' : 'Kính gửi:'
}
