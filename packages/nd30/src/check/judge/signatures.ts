import type { Profile } from '../../profile/profile.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import { folded } from '../recognise/fold.ts'
import type { Piece } from '../recognise/piece.ts'
import type { SignatureFound } from '../recognise/recognised.ts'
import { degreesBefore, ranksBefore, titlesBefore } from '../recognise/titles.ts'
import { rewrite } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { quoted } from './say.ts'

/** S01, S02, S04, S05: who signs, as what. Annex I, part II, 7; decree 30, art. 13. */
export const judgeSignatures: Judge = (context) => {
  const { foot, copy } = context.recognised
  return [...foot.signatures, ...(copy?.foot.signatures ?? [])].flatMap((each) =>
    judgeSignature(context, each),
  )
}

function judgeSignature(
  context: JudgeContext,
  { authority, position, name }: SignatureFound,
): readonly Draft[] {
  return [
    ...authority.flatMap((piece) => prefixFault(context.profile, piece)),
    ...lookFaults(context, 'S01', 'authority', authority),
    ...lookFaults(context, 'S02', 'position', position),
    ...lookFaults(context, 'S02', 'signer', [name]),
    ...titleFault(context, name),
    ...deputyFault(context.profile, authority, position),
  ]
}

type Prefix = keyof Profile['authority']

const prefixLetters =
  /^(T\s?[./]?\s?U\s?[./]?\s?Q|T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|Q)([\s./:]*)(?=\p{L}|$)/iu

/** The prefix that is meant, whatever signs stand in it. */
function prefixOf(text: string): { readonly prefix: Prefix; readonly written: string } | null {
  const found = prefixLetters.exec(text)
  if (!found) return null
  const prefix = (found[1] ?? '').replace(/[\s./]/gu, '').toUpperCase()
  return { prefix: prefix as Prefix, written: found[0] }
}

/** `TM.` of the State, `T/M` of the Party, each with a space behind. */
function prefixFault(profile: Profile, piece: Piece): readonly Draft[] {
  const found = prefixOf(piece.text)
  if (!found) return []
  const sign = profile.authority[found.prefix]
  const wanted = `${sign} `
  if (found.written === piece.text)
    return [
      {
        rule: 'S01',
        code: 'authority_alone',
        at: { piece },
        found: quoted(piece.text),
        expected: `${sign} ${sign === profile.authority.TM ? 'ỦY BAN NHÂN DÂN' : 'GIÁM ĐỐC'}`,
        repairs: [],
      },
    ]
  if (found.written.replace(/\s+$/u, ' ') === wanted) return []
  const words = wanted + piece.text.slice(found.written.length)
  return [
    {
      rule: 'S01',
      code: 'authority_prefix',
      at: { piece },
      found: quoted(piece.text),
      expected: quoted(words),
      repairs: rewrite(piece, words),
    },
  ]
}

/**
 * Academic titles, and ranks outside the forces: for armed forces the ministers concerned allow them (annex I, part II,
 * 7.b). What they allow for others could not be read.
 */
function titleFault({ recognised }: JudgeContext, name: Piece | null): readonly Draft[] {
  if (!name) return []
  const { superior, issuer } = recognised.head
  const armed = [...superior, ...issuer].some(({ text }) => armedBodies.test(folded(text)))
  const titles = titlesBefore(name.text)
  const rest = name.text.slice(titles.length)
  const ranksAlone =
    degreesBefore(titles.slice(ranksBefore(titles).length)) === '' && ranksBefore(titles) !== ''
  if (titles === '' || !/\p{L}/u.test(rest) || (armed && ranksAlone)) return []
  return [
    {
      rule: 'S04',
      code: 'degree_before_name',
      at: { piece: name },
      found: quoted(name.text),
      expected: quoted(armed ? ranksBefore(titles) + rest : rest),
      repairs: [],
    },
  ]
}

const armedBodies =
  /congan|quansu|quocphong|quandoi|bienphong|canhsat|canhve|tulenh|quankhu|quandoan|quanchung|binhchung|sudoan|trungdoan|ludoan|haiquan|khongquan|thammuu|anninh/

const deputyPost = /^(?:PHÓ|THỨ TRƯỞNG)(?:\s|$)/iu

/** A deputy signs KT. the head; of a Party committee, which is collective, T/M it. */
function deputyFault(
  profile: Profile,
  authority: readonly Piece[],
  position: readonly Piece[],
): readonly Draft[] {
  const post = position.find(({ text }) => deputyPost.test(text))
  if (!post) return []
  const prefixes = authority.map(({ text }) => prefixOf(text)?.prefix)
  const secretary = /BÍ THƯ/iu.test(post.text)
  const forSecretary = authority.find(({ text }) => prefixOf(text)?.prefix === 'KT' && /BÍ THƯ/iu.test(text))
  if (profile.name === 'party' && secretary)
    return forSecretary ? [draft('deputy_of_committee', forSecretary, profile.authority.TM)] : []
  // Who signs by order may let his deputy sign, for him: KT. below TL. (decree 30, art. 13.4).
  const fits = prefixes.some((prefix) => prefix === 'KT' || prefix === 'TUQ')
  const collective = profile.name === 'party' && prefixes.includes('TM')
  return fits || collective ? [] : [draft('deputy_without_kt', post, profile.authority.KT)]
}

function draft(code: 'deputy_of_committee' | 'deputy_without_kt', piece: Piece, prefix: string): Draft {
  return { rule: 'S05', code, at: { piece }, found: quoted(piece.text), expected: `${prefix} …`, repairs: [] }
}

/** S03: the signature stands beside the recipients, in the same row. Of several signatures the form does not say it. */
export const judgeBeside: Judge = ({ recognised }) => {
  const { signatures, recipients } = recognised.foot
  if (signatures.length !== 1) return []
  const [first] = signatures
  const top = first?.authority[0] ?? first?.position[0]
  if (!recipients || !top || recipients.label.paragraph.inShape || top.paragraph.inShape) return []
  const left = recipients.label.paragraph
  const right = top.paragraph
  const beside =
    left.cell && right.cell
      ? left.cell.table === right.cell.table && left.cell.row === right.cell.row
      : left === right || (!left.cell && !right.cell && left.text.includes('\t'))
  if (beside) return []
  return [
    {
      rule: 'S03',
      code: 'signature_not_beside',
      at: { piece: top },
      found: quoted(top.text),
      expected: { vi: 'ngang hàng với “Nơi nhận”', en: 'level with “Nơi nhận”' },
      repairs: [],
    },
  ]
}
