import type { Component } from '../../profile/profile.ts'
import type { RuleId } from '../../rules/catalogue.ts'
import type { Draft } from '../draft.ts'
import { shownText } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'
import { componentNames } from './component-names.ts'
import { rewrite } from './edit-text.ts'
import { sameWords } from './same-words.ts'
import { quoted } from './say.ts'

/** A finding where a component does not say the words that the form gives it; either place of the tone is right. */
export function fixedWords(
  rule: RuleId,
  component: Component,
  piece: Piece | null,
  words: string,
): readonly Draft[] {
  if (!piece || sameWords(shownText(piece), words)) return []
  // Small letters where capitals are demanded are a matter of look, and told there.
  if (sameWords(piece.text.toUpperCase(), words)) return []
  return [
    {
      rule,
      code: 'words_wrong',
      at: { piece },
      found: quoted(piece.text),
      expected: words,
      details: { component: componentNames[component] },
      repairs: rewrite(piece, words),
    },
  ]
}
