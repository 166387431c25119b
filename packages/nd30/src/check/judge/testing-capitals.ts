import { expect, test } from 'vitest'
import { type CapitalOptions, capitalFaults } from './capitals-judged.ts'
import type { CapitalRule } from './capitals-words.ts'

const marked = /\{([^→}]*)→([^}]*)\}/g

/**
 * Tests of sentences: what is wrong stands in them as `{found→expected}`, a sentence without is right by every rule.
 */
export function testSentences(
  rule: CapitalRule,
  sentences: readonly string[],
  options: CapitalOptions & { readonly profile?: 'state' | 'party' } = {},
): void {
  test.each(sentences)(`${rule}: %s`, (sentence) => {
    const wanted = [...sentence.matchAll(marked)].map(([, found, expected]) => ({ rule, found, expected }))
    const text = sentence.replace(marked, '$1')
    const faults = capitalFaults(text, options.profile ?? 'state', options)
    expect(faults.map(({ rule, found, expected }) => ({ rule, found, expected }))).toEqual(wanted)
    for (const { from, to, found } of faults) expect(text.slice(from, to)).toBe(found)
  })
}
