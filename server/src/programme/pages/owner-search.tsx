import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { FieldButton } from '../../ui/form.tsx'
import { Note } from '../../ui/panel.tsx'
import { rowsButton } from '../../ui/repeat-rows.tsx'
import { useWords } from '../../ui/words.tsx'
import type { unitChoices } from '../registration-choices.ts'

/** The name of the field in which the owner is looked for; it belongs to the form alone. */
export const ownerSearchField = 'ownerSearch'

/** The unit whose work it is, found in the directory by a part of its name. */
export function OwnerSearch(props: {
  readonly choices: Awaited<ReturnType<typeof unitChoices>>
  readonly words: string
  readonly searched: boolean
  readonly error: string | undefined
}) {
  const { t } = useWords()
  const { chosen, found, more } = props.choices
  const all = [...chosen, ...found]
  return (
    <>
      <FieldButton>
        <TextField
          name={ownerSearchField}
          label={t('programme.add.find_unit')}
          hint={t('programme.units.search_hint')}
          type="search"
          value={props.words}
          error={all.length === 0 ? props.error : undefined}
          id={all.length === 0 ? 'f-ownerUnit' : undefined}
          autoFocus={props.searched}
        />
        <Button icon="search" name={rowsButton} value="find:owners" unfinished>
          {t('programme.units.find')}
        </Button>
      </FieldButton>
      {props.searched && found.length === 0 && (
        <Note>{t('programme.units.none', { words: props.words })}</Note>
      )}
      {more && <Note>{t('programme.units.more')}</Note>}
      {all.length > 0 && (
        <RadioGroup
          name="ownerUnit"
          label={t('programme.add.unit')}
          value={chosen[0]?.id ?? (found.length === 1 ? found[0]?.id : undefined)}
          error={props.error}
          choices={all.map((unit) => ({ value: unit.id, label: unit.name, description: unit.under }))}
        />
      )}
    </>
  )
}
