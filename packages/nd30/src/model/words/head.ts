import type { Component, Profile } from '../../profile/profile.ts'
import type { OfficialDocument, Span } from '../document.ts'
import { kindById } from '../kinds.ts'
import { issuedLine } from './issued.ts'
import { capital } from './letters.ts'
import { before, spansOf } from './spans.ts'
import { numberLine } from './symbol.ts'

/** Top left. */
export interface IssuerWords {
  /** Line by line. */
  readonly superior: readonly string[]
  readonly issuer: readonly string[]
  /** Below the issuer: a drawn line for the State, a star for the Party. */
  readonly belowIssuer: 'rule' | '*'
}

/** What stands at the top of a document and of a quy chế that is attached to one. */
export interface TitledHead extends IssuerWords {
  /** Top right: Quốc hiệu and Tiêu ngữ, or the Party's title; a drawn line below the last. */
  readonly titles: readonly { readonly component: Component; readonly text: string }[]
}

export interface HeadWords extends TitledHead {
  readonly number: string | null
  readonly issued: string | null
  /** `QUYẾT ĐỊNH`; null in a letter. */
  readonly kind: string | null
  /** Below the kind. */
  readonly abstract: readonly Span[] | null
  /** Below the abstract: a drawn line for the State, five hyphens for the Party. */
  readonly belowAbstract: 'rule' | '-----' | null
  /** `V/v …`, below the number. */
  readonly letterAbstract: readonly Span[] | null
  /** In a box, below the number and the abstract of a letter. */
  readonly urgency: string | null
  /** In a box above the State's title. */
  readonly circulation: string | null
  /** `Dự thảo lần 2`, last in the left column. */
  readonly draft: string | null
}

export function headWords(document: OfficialDocument, profile: Profile): HeadWords {
  const kind = kindById(document.profile, document.kind)
  const letter = kind?.shape === 'letter'
  const abstract = document.abstract === undefined ? null : spansOf(document.abstract)
  const about = profile.name === 'state' ? 'V/v ' : 'về việc '
  return {
    ...titledHead(document, profile),
    number: numberLine(document, profile),
    issued: document.issued ? issuedLine(document.issued) : null,
    kind: letter ? null : capital(kind?.name ?? document.kind),
    abstract: letter ? null : abstract,
    belowAbstract: letter || abstract === null ? null : profile.name === 'state' ? 'rule' : '-----',
    letterAbstract: letter && abstract !== null ? before(about, abstract) : null,
    urgency: document.urgency ? capital(document.urgency) : null,
    circulation: document.circulation ? capital(document.circulation) : null,
    draft: document.draft === undefined ? null : `Dự thảo lần ${document.draft}`,
  }
}

const titles = {
  state: [
    { component: 'country', text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
    { component: 'motto', text: 'Độc lập - Tự do - Hạnh phúc' },
  ],
  party: [{ component: 'partyTitle', text: 'ĐẢNG CỘNG SẢN VIỆT NAM' }],
} as const satisfies Record<Profile['name'], TitledHead['titles']>

/** Ô 1 and 2. */
export const titledHead = (document: OfficialDocument, profile: Profile): TitledHead => ({
  ...issuerWords(document, profile),
  titles: titles[profile.name],
})

export const issuerWords = (
  { superior, issuer }: Pick<OfficialDocument, 'superior' | 'issuer'>,
  { name }: Pick<Profile, 'name'>,
): IssuerWords => ({
  superior:
    superior === undefined
      ? []
      : capital(superior)
          .split('\n')
          .filter((line) => !isTitle(line, name)),
  issuer: capital(issuer).split('\n'),
  belowIssuer: name === 'state' ? 'rule' : '*',
})

const letters = (text: string) => text.replace(/\P{L}/gu, '').replaceAll('OÀ', 'ÒA')

/** The heading of the form itself, given as the body above: it is printed at the top right already. */
const isTitle = (line: string, profile: Profile['name']): boolean =>
  titles[profile].some(({ text }) => letters(capital(text)) === letters(line))
