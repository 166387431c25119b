import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { FieldButton } from '../../ui/form.tsx'
import { Note } from '../../ui/panel.tsx'
import { rowsButton } from '../../ui/repeat-rows.tsx'
import { useWords } from '../../ui/words.tsx'
import type { UnitChoice } from '../registration-choices.ts'

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
      <FieldButton>
        <TextField
          name={unitSearchField}
          label={t('programme.units.search')}
          hint={t('programme.units.search_hint')}
          type="search"
          value={words}
          autoFocus={searched}
          optional
        />
        <Button icon="search" name={rowsButton} value="find:units" unfinished>
          {t('programme.units.find')}
        </Button>
      </FieldButton>
      {searched && choices.found.length === 0 && <Note>{t('programme.units.none', { words })}</Note>}
      {choices.more && <Note>{t('programme.units.more')}</Note>}
    </>
  )
}
