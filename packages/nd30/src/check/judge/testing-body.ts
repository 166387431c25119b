import { profileAt } from '../../profile/profiles.ts'
import type { ReadDocument } from '../../read/read-document.ts'
import type { Draft, JudgeContext } from '../draft.ts'
import { recognise } from '../recognise/recognise.ts'
import { type BlockWish, handBuilt, type ParagraphWish } from '../testing/hand-built.ts'
import { abstract, base, body, kindLine, plainFoot, plainHead } from '../testing/state-documents.ts'
import { bodyJudges } from './body.ts'
import { judgeCapitals } from './capitals.ts'

export function contextOf(read: ReadDocument): JudgeContext {
  const recognised = recognise(read)
  return { read, recognised, profile: profileAt(recognised.profile, '2026-06-30') }
}

/** What the rules of text and capitals say of a document. */
export function draftsOf(blocks: readonly BlockWish[]): readonly Draft[] {
  const context = contextOf(handBuilt(blocks))
  return [...bodyJudges, judgeCapitals].flatMap((judge) => judge(context))
}

/** `B01 Căn cứ Luật …: 12 pt → 13–14 pt` for each finding, in the order of the rules. */
export const saidOf = (drafts: readonly Draft[]): readonly string[] =>
  drafts.map(({ rule, at, found, expected }) => {
    const text = 'piece' in at ? at.piece.text : 'paragraph' in at ? at.paragraph.text : 'section'
    const vi = (said: Draft['found']) => (typeof said === 'string' ? said : said.vi)
    return `${rule} ${text.slice(0, 12)}: ${vi(found)} → ${vi(expected)}`
  })

const defaultBases = [
  base('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;'),
  base('Theo đề nghị của Chánh Văn phòng Sở.'),
]

/** A decision with this text; the rest of it is sound. */
export const decisionOf = (
  text: readonly BlockWish[],
  bases: readonly ParagraphWish[] = defaultBases,
): readonly BlockWish[] => [
  plainHead,
  {},
  kindLine('QUYẾT ĐỊNH'),
  abstract('Về việc ban hành Kế hoạch chuyển đổi số năm 2026'),
  {},
  kindLine('GIÁM ĐỐC SỞ NỘI VỤ'),
  ...bases,
  kindLine('QUYẾT ĐỊNH:'),
  ...text,
  plainFoot,
]

/** A report: no articles, no bases. */
export const reportOf = (text: readonly BlockWish[]): readonly BlockWish[] => [
  plainHead,
  {},
  kindLine('BÁO CÁO'),
  abstract('Kết quả công tác văn thư năm 2025'),
  {},
  ...text,
  plainFoot,
]

export const articleOf = (number: string, text: string, more: ParagraphWish = {}): ParagraphWish =>
  body('', { runs: [{ text: number, bold: true }, { text: ` ${text}` }], ...more })

export const end = body('Yêu cầu các đơn vị nghiêm túc thực hiện./.')
