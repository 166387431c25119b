import { RadioGroup } from '../../../ui/choice.tsx'
import { Finder } from '../../../ui/finder.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { unitChoices } from '../../registration/registration-choices.ts'

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
  const { words, searched } = props
  const { chosen, found, more } = props.choices
  const all = [...chosen, ...found]
  return (
    <Finder
      name={ownerSearchField}
      act="find:owners"
      label={t('programme.add.find_unit')}
      hint={t('programme.units.search_hint')}
      button={t('programme.units.find')}
      value={words}
      error={all.length === 0 ? props.error : undefined}
      id={all.length === 0 ? 'f-ownerUnit' : undefined}
      searched={searched}
      none={searched && found.length === 0 ? t('programme.units.none', { words }) : undefined}
      more={more ? t('programme.units.more') : undefined}
    >
      {all.length > 0 && (
        <RadioGroup
          name="ownerUnit"
          label={t('programme.add.unit')}
          value={chosen[0]?.id ?? (found.length === 1 ? found[0]?.id : undefined)}
          error={props.error}
          choices={all.map((unit) => ({ value: unit.id, label: unit.name, description: unit.under }))}
        />
      )}
    </Finder>
  )
}
