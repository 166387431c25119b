import type { Component, Look } from '../../profile/profile.ts'
import type { RuleId } from '../../rules/catalogue.ts'
import type { Draft, JudgeContext, Said } from '../draft.ts'
import { lookOf, type PieceLook, type Share } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Repair, RunChange } from '../repair.ts'
import { componentNames } from './component-names.ts'
import { rewrite } from './edit-text.ts'
import { joined, points, range } from './say.ts'

/** What differs between how a piece looks and how it must; each with what is found and what is wanted. */
interface Difference {
  readonly found: Said
  readonly expected: Said
  readonly run?: RunChange
  readonly centre?: true
  readonly words?: readonly Repair[]
}

/** One finding for all that is wrong with the look of a component; none where nothing is. */
export function lookFaults(
  { profile }: JudgeContext,
  rule: RuleId,
  component: Component,
  pieces: readonly (Piece | null | undefined)[],
): readonly Draft[] {
  const look = profile.looks[component]
  if (!look) return []
  return pieces
    .filter((piece) => piece !== null && piece !== undefined)
    .map((piece) => lookFault(rule, component, look, piece))
    .filter((draft) => draft !== null)
}

function lookFault(rule: RuleId, component: Component, look: Look, piece: Piece): Draft | null {
  const differences = differencesOf(component, look, piece)
  if (differences.length === 0) return null
  return {
    rule,
    code: 'look_wrong',
    at: { piece },
    found: joined(differences.map(({ found }) => found)),
    expected: joined(differences.map(({ expected }) => expected)),
    details: { component: componentNames[component] },
    repairs: repairsOf(piece, differences),
  }
}

function differencesOf(component: Component, look: Look, piece: Piece): readonly Difference[] {
  const has = lookOf(piece)
  return [
    sizeDifference(look, has),
    styleDifference('bold', look.bold, has.bold),
    styleDifference('italic', look.italic, has.italic),
    look.underline ? styleDifference('underline', true, has.underline) : null,
    lettersDifference(component, look, has, piece),
    alignmentDifference(look, piece),
  ].filter((difference) => difference !== null)
}

function sizeDifference(look: Look, has: PieceLook): Difference | null {
  const [least, most] = [look.sizePt[0] * 2, look.sizePt[1] * 2]
  const wrong = [...has.sizes].filter((size) => size < least || size > most)
  if (wrong.length === 0) return null
  // The nearest end of the range changes least; of several sizes there is no nearest one.
  const size = has.sizes.size > 1 ? look.chosenPt * 2 : (wrong[0] ?? least) < least ? least : most
  return {
    found: joined([...has.sizes].map(points)),
    expected: range(look.sizePt, 'pt'),
    run: { sizeHalfPoints: size },
  }
}

const styles = {
  bold: { yes: { vi: 'đậm', en: 'bold' }, no: { vi: 'không đậm', en: 'not bold' } },
  italic: { yes: { vi: 'nghiêng', en: 'italic' }, no: { vi: 'đứng', en: 'upright' } },
  underline: {
    yes: { vi: 'có gạch chân', en: 'underlined' },
    no: { vi: 'không gạch chân', en: 'not underlined' },
  },
} as const
const inPart = { vi: 'một phần', en: 'partly' }

function styleDifference(style: keyof typeof styles, wanted: boolean, has: Share): Difference | null {
  if (has === (wanted ? 'all' : 'none')) return null
  const { yes, no } = styles[style]
  return {
    found: has === 'some' ? joined([inPart, yes], ' ') : has === 'all' ? yes : no,
    expected: wanted ? yes : no,
    run: { [style]: wanted },
  }
}

const capital = { vi: 'chữ in hoa', en: 'capitals' }
const sentence = { vi: 'chữ in thường', en: 'small letters' }
/** Fewer letters may be an abbreviation. */
const fewestLetters = 6

/** What they say is another rule's, letter for letter. */
const wordsJudged: ReadonlySet<Component> = new Set(['number', 'motto', 'recipientsLabel'])

function lettersDifference(
  component: Component,
  look: Look,
  has: PieceLook,
  piece: Piece,
): Difference | null {
  if (look.letters === 'capital') {
    if (has.capital) return null
    return { found: sentence, expected: capital, words: rewrite(piece, piece.text.toUpperCase()) }
  }
  if (wordsJudged.has(component)) return null
  const letters = piece.text.match(/\p{L}/gu)?.length ?? 0
  return has.capital && letters >= fewestLetters ? { found: capital, expected: sentence } : null
}

const alignments = {
  left: { vi: 'canh trái', en: 'aligned left' },
  right: { vi: 'canh phải', en: 'aligned right' },
  center: { vi: 'canh giữa', en: 'centred' },
  both: { vi: 'canh đều', en: 'justified' },
  distribute: { vi: 'dàn đều', en: 'distributed' },
} as const

/** Only centring is judged here, and only where no tabs place the words. */
function alignmentDifference(look: Look, { paragraph }: Piece): Difference | null {
  if (look.alignment !== 'center' || paragraph.alignment === 'center') return null
  if (paragraph.text.includes('\t') || paragraph.inShape) return null
  return { found: alignments[paragraph.alignment], expected: alignments.center, centre: true }
}

function repairsOf(piece: Piece, differences: readonly Difference[]): readonly Repair[] {
  const set: RunChange = Object.assign({}, ...differences.map(({ run }) => run ?? {}))
  const centres = differences.some(({ centre }) => centre)
  const words = differences.flatMap((difference) => difference.words ?? [])
  const mendable = differences.every((each) => each.run || each.centre || (each.words?.length ?? 0) > 0)
  if (!mendable || !coversItsRuns(piece)) return []
  const runs = Object.keys(set).length === 0 ? [] : piece.fragments.map(({ run }) => run)
  return [
    ...words,
    ...runs.map((run): Repair => ({ type: 'run', run, set })),
    ...(centres
      ? [
          {
            type: 'paragraph',
            paragraph: piece.paragraph,
            set: { alignment: 'center', firstLineTwips: 0 },
          } as const,
        ]
      : []),
  ]
}

/** A run that also holds letters of another component cannot be changed for this one alone. */
function coversItsRuns({ fragments }: Piece): boolean {
  return fragments.every(
    ({ run, from, to }) => !/[\p{L}\p{N}]/u.test(run.text.slice(0, from) + run.text.slice(to)),
  )
}
