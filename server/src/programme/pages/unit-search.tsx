import { CheckboxGroup } from '../../ui/choice.tsx'
import { Finder } from '../../ui/finder.tsx'
import { useWords } from '../../ui/words.tsx'
import type { UnitChoice } from '../registration/registration-choices.ts'

/** The name of the field in which units are looked for; it belongs to the form alone and to no act. */
export const unitSearchField = 'unitSearch'

export interface UnitSearchProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: {
    readonly chosen: readonly UnitChoice[]
    readonly found: readonly UnitChoice[]
    readonly more: boolean
  }
  readonly words: string
  /** The cursor goes back to where the search was pressed. */
  readonly searched: boolean
  readonly optional?: boolean
}

/**
 * Units of the directory by a part of their name. The directory may hold thousands, so the server looks: its button sends
 * the unfinished form, which comes back with what was found and everything else as it was typed.
 */
export function UnitSearch(props: UnitSearchProps) {
  const { t } = useWords()
  const { choices, words, searched } = props
  const choice = (unit: UnitChoice) => ({ value: unit.id, label: unit.name, description: unit.under })
  const all = [...choices.chosen, ...choices.found].map(choice)
  const chosen = choices.chosen.map((unit) => unit.id)
  return (
    <>
      <CheckboxGroup
        name={`${props.name}[]`}
        label={props.label}
        hint={props.hint}
        error={props.error}
        optional={props.optional}
        choices={all}
        values={chosen}
      />
      <Finder
        name={unitSearchField}
        act="find:units"
        label={t('programme.units.search')}
        hint={t('programme.units.search_hint')}
        button={t('programme.units.find')}
        value={words}
        searched={searched}
        none={searched && choices.found.length === 0 ? t('programme.units.none', { words }) : undefined}
        more={choices.more ? t('programme.units.more') : undefined}
        optional
      />
    </>
  )
}
