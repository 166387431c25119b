import type { bodySentencesVi } from './body-sentences.vi.ts'

export const bodySentencesEn: Readonly<Record<keyof typeof bodySentencesVi, string>> = {
  size_outside: 'The text is set in {found}; it must be {expected}.',
  size_differs: 'The text here is {found}, unlike the {expected} of the rest of the document.',
  alignment: 'The paragraph is {found}; the text must be {expected}.',
  indent: 'The first line is indented by {found}; it must be {expected}.',
  indent_typed: 'The indent of the first line is {found}; it must be {expected}, set by the paragraph.',
  line: 'The line spacing is {found}; it must be {expected}.',
  gap: 'The gap between two paragraphs is {found}; it must be {expected}.',
  base_upright: 'The legal basis is {found}; it must be {expected}.',
  base_end: 'The line of the legal basis ends with {found}; it must end with {expected}.',
  bases_together: 'Several legal bases stand on one line (“{found}”); they must be written {expected}.',
  article_label: 'The number of the article is written “{found}”; it must be “{expected}”.',
  article_bold: 'The word “Điều”, its number and its title are {found}; they must be {expected}.',
  article_number: 'The articles are not consecutive: “{found}” stands in the place of “{expected}”.',
  clause_label: 'The number of the clause is written “{found}”; it must be “{expected}”.',
  clause_number: 'The clauses are not consecutive: “{found}” stands in the place of “{expected}”.',
  point_label: 'The letter of the point is written “{found}”; it must be “{expected}”.',
  point_letter:
    'The points do not follow the Vietnamese alphabet: “{found}” stands in the place of “{expected}”.',
  ending: 'The document ends with “{found}”; it must end with “{expected}”.',
  group_label: 'It is written “{found}”; it must be “{expected}”.',
  group_title_beside: '“{found}” stands on one line; it must be {expected}.',
  group_number: 'Not consecutive: “{found}” stands in the place of “{expected}”.',
  heading_number: 'The headings are not consecutive: “{found}” stands in the place of “{expected}”.',
}
