import { z } from 'zod'
import { optionalDate } from '../../platform/http/fields.ts'
import { parseTyped } from '../../platform/http/parse.ts'
import type { Params } from '../../platform/http/route.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { addressNames, levelWords, systemWords, type UnitsAddress } from '../paths.ts'

const onSchema = z.object({ [addressNames.on]: optionalDate() })

/** The day that an address asks about; today where it says none. @throws Refusal where it is no date */
export function dayOf(query: Params, today: PlainDate): PlainDate {
  // People write 18-05-2022 in an address; a slash must not be forced on them.
  const typed = query[addressNames.on]?.replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, '$1/$2/$3')
  return parseTyped(onSchema, { [addressNames.on]: typed })[addressNames.on] ?? today
}

/** What the address of the directory asks for; words that are none of ours say nothing. */
export function unitsAsked(query: Params, today: PlainDate): UnitsAddress & { readonly on: PlainDate } {
  return {
    on: dayOf(query, today),
    text: query[addressNames.text]?.trim().slice(0, 200) || null,
    system: codeOf(systemWords, query[addressNames.system]),
    level: codeOf(levelWords, query[addressNames.level]),
    parent: query[addressNames.parent] || null,
    illustrative: query[addressNames.illustrative] === 'khong' ? 'exclude' : 'include',
    cursor: query[addressNames.cursor] || null,
  }
}

function codeOf<Code extends string>(
  words: Readonly<Record<Code, string>>,
  typed: string | undefined,
): Code | null {
  const found = Object.entries(words).find(([, word]) => word === typed)
  return found === undefined ? null : (found[0] as Code)
}
