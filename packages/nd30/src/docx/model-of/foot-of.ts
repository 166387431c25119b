import type { Foot, RecipientsFound, SignatureFound } from '../../check/recognise/recognised.ts'
import type {
  AuthorityPrefix,
  Contact,
  OfficialDocument,
  Recipients,
  SignatureBlock,
} from '../../model/document.ts'
import { withoutEndMark } from './end-marks.ts'
import { notFollowed } from './not-followed.ts'

type Foundation = Pick<OfficialDocument, 'signatures' | 'recipients'>

export function footOf(foot: Pick<Foot, 'signatures' | 'recipients'>, asAbove: boolean): Foundation {
  const signatures = foot.signatures.map(signatureOf)
  if (signatures.length === 0) throw notFollowed('signature')
  return {
    signatures,
    ...(foot.recipients ? { recipients: recipientsOf(foot.recipients, asAbove) } : {}),
  }
}

const prefixes: readonly (readonly [RegExp, AuthorityPrefix])[] = [
  [/^T\/?M\.?\s+/u, 'TM'],
  [/^K\/?T\.?\s+/u, 'KT'],
  [/^T\/?UQ\.?\s+/u, 'TUQ'],
  [/^T\/?L\.?\s+/u, 'TL'],
  [/^Q\.\s*/u, 'Q'],
]

/** Ranks that a name may carry in the branches that allow it (annex I, part II, 7.b). */
const rank =
  /^((?:Đại|Trung|Thiếu|Thượng)\s(?:tướng|tá|úy)|Chuẩn đô đốc|Phó Đô đốc|Giáo sư|Phó Giáo sư|Tiến sĩ|Bác sĩ)\s+(?=\p{Lu})/u

export function signatureOf(found: SignatureFound): SignatureBlock {
  const name = found.name?.text
  if (name === undefined) throw notFollowed('signer')
  const authority: { prefix: AuthorityPrefix; of: string }[] = []
  for (const { text } of found.authority) {
    const [pattern, prefix] = prefixes.find(([each]) => each.test(text)) ?? []
    const last = authority.at(-1)
    if (pattern && prefix) authority.push({ prefix, of: text.replace(pattern, '') })
    else if (last) authority[authority.length - 1] = { ...last, of: `${last.of} ${text}` }
  }
  const position = found.position.map(({ text }) => text).join(' ')
  const title = rank.exec(name)?.[1]
  return {
    ...(authority.length > 0 ? { authority } : {}),
    ...(position === '' ? {} : { position }),
    name: title === undefined ? name : name.slice(title.length).trim(),
    ...(title === undefined ? {} : { title }),
  }
}

const archive = /^[-–]\s*Lưu\s*:?\s*/u

export function recipientsOf(found: RecipientsFound, asAbove: boolean): Recipients {
  const listed = found.lines.filter((line) => line !== found.archive).map(({ text }) => withoutMarks(text))
  const kept = found.archive ? withoutMarks(found.archive.text.replace(archive, '')) : null
  if (kept === null) throw notFollowed('archive')
  const drafter = found.drafter ? drafterOf(found.drafter.text) : {}
  const counted = /^(.+) \((\d{1,6})\)$/u.exec(kept)
  const lines = asAbove && /^Như trên$/iu.test(listed[0] ?? '') ? listed.slice(1) : listed
  if (counted && !found.drafter) return { lines, archive: counted[1] ?? '', copies: Number(counted[2]) }
  return { lines, archive: kept, ...drafter }
}

const withoutMarks = (text: string) => withoutEndMark(text.replace(/^[-–]\s*/u, ''), ';.')

function drafterOf(text: string): Pick<Recipients, 'drafter' | 'copies'> {
  const [, drafter = text, copies] = /^(.+?)(?:\.\((\d{1,6})\))?$/u.exec(text) ?? []
  return { drafter, ...(copies === undefined ? {} : { copies: Number(copies) }) }
}

const contactLabels: readonly (readonly [keyof Contact, RegExp])[] = [
  ['address', /^(?:Địa chỉ|ĐC)\s*:\s*/iu],
  ['phone', /^(?:Điện thoại|ĐT|Số điện thoại)\s*:\s*/iu],
  ['fax', /^(?:Số )?Fax\s*:\s*/iu],
  ['email', /^(?:Thư điện tử|E-?mail)\s*:\s*/iu],
  ['website', /^(?:Trang thông tin điện tử|Website|Web)\s*:\s*/iu],
]

export function contactOf(lines: readonly string[]): Contact | null {
  const found: { -readonly [Key in keyof Contact]: Contact[Key] } = {}
  for (const part of lines.flatMap((line) => line.split('; ')))
    for (const [key, label] of contactLabels)
      if (label.test(part)) found[key] = part.replace(label, '').trim()
  return Object.keys(found).length > 0 ? found : null
}
