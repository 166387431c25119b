import type { Context } from '../../platform/context.ts'
import { textValue } from '../../platform/http/form.ts'
import type { FormState } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { type Choice, RadioGroup } from '../../ui/choice.tsx'
import { Finder } from '../../ui/finder.tsx'
import { useWords } from '../../ui/words.tsx'
import { getPerson, listPersons } from '../people/person-queries.ts'
import { listUnits } from '../units/list-units.ts'
import { unitsByIds } from '../units/unit-view.ts'

/** The name of the field in which is looked for; it belongs to the form alone and to no act. */
export const searchField = 'find'

const maxFound = 12

/** What was looked for, what was found, and what had been chosen before. */
export interface Found {
  readonly words: string
  readonly searched: boolean
  readonly chosen: string
  readonly choices: readonly Choice[]
  readonly more: boolean
}

/** Units by a part of their name. The directory may hold thousands, so the server looks for them. */
export async function findUnits(c: Context, state: FormState, name: string): Promise<Found> {
  const { words, searched, chosen } = askedIn(state, name)
  const kept = isId(chosen) ? await unitsByIds(c, [chosen], c.today) : []
  const page =
    words === '' ? none : await listUnits(c, { on: c.today, filter: { text: words }, limit: maxFound })
  const units = [...kept, ...page.items.filter(({ id }) => id !== chosen)]
  const choices = units.map((unit) => ({
    value: unit.id,
    label: unit.name,
    description: unit.parents.map(({ parentName }) => parentName).join(' · '),
  }))
  return { words, searched, chosen: onlyOne(chosen, choices), choices, more: page.next !== null }
}

/** Persons by a part of their name, each with the post that tells namesakes apart. */
export async function findPersons(c: Context, state: FormState, name: string, first = ''): Promise<Found> {
  const { words, searched, chosen } = askedIn(state, name, first)
  const kept = isId(chosen) ? [{ ...(await getPerson(c, chosen)), post: null }] : []
  const page = words === '' ? none : await listPersons(c, { text: words, on: c.today, limit: maxFound })
  const persons = [...kept, ...page.items.filter(({ id }) => id !== chosen)]
  const choices = persons.map((person) => ({
    value: person.id,
    label: person.fullName,
    description: person.post ?? undefined,
  }))
  return { words, searched, chosen: onlyOne(chosen, choices), choices, more: page.next !== null }
}

const none = { items: [], next: null } as const

function askedIn(state: FormState, name: string, first = '') {
  const values = state.values ?? {}
  return {
    words: textValue(values, searchField).trim(),
    searched: textValue(values, searchField) !== '',
    chosen: state.values === undefined ? first : textValue(values, name),
  }
}

/** What alone was found is chosen: nobody should have to say it twice. */
const onlyOne = (chosen: string, choices: readonly Choice[]) =>
  chosen === '' && choices.length === 1 ? (choices[0]?.value ?? '') : chosen

/** One of many, looked for by the server: its button sends the unfinished form, which comes back with what was found. */
export function SearchChoice(props: {
  readonly name: string
  readonly label: string
  readonly findLabel: string
  readonly found: Found
  readonly error?: string | undefined
  readonly optional?: boolean
}) {
  const { t } = useWords()
  const { found } = props
  const isEmpty = found.choices.length === 0
  return (
    <Finder
      name={searchField}
      act="search:directory"
      // The summary of errors leads here as long as there is nothing to choose from.
      id={isEmpty ? `f-${props.name}` : undefined}
      label={props.findLabel}
      hint={t('organisation.find_hint')}
      button={t('organisation.find_button')}
      value={found.words}
      error={isEmpty ? props.error : undefined}
      searched={found.searched}
      optional={props.optional}
      none={found.searched && isEmpty ? t('organisation.found_none', { words: found.words }) : undefined}
      more={found.more ? t('organisation.found_more') : undefined}
    >
      {!isEmpty && (
        <RadioGroup
          name={props.name}
          label={props.label}
          value={found.chosen}
          error={props.error}
          choices={found.choices}
          optional={props.optional}
        />
      )}
    </Finder>
  )
}
