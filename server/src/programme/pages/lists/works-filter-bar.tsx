import { codeKey } from '../../../platform/message-key.ts'
import { type Option, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FilterBar } from '../../../ui/list-tools.tsx'
import { useWords } from '../../../ui/words.tsx'
import { signalFilters, standings, type WorkFilter } from '../../filter/filter.ts'
import { addressNames, addressValues, filterParams, sortParam } from '../../filter/filter-address.ts'
import type { WorkSort } from '../../filter/sorts.ts'
import { paths } from '../../paths.ts'
import { tiers } from '../../rules/guards/registration.ts'
import { workStates } from '../../rules/states.ts'
import { IllustrativeSelect } from '../ask-bar.tsx'

export interface FilterChoices {
  /** The units whose part of the programme is listed; null: all of it. */
  readonly part: readonly string[] | null
  readonly years: readonly number[]
  readonly units: readonly Option[]
  readonly themes: readonly Option[]
}

const shown: readonly (keyof typeof addressNames)[] = [
  'year',
  'asOf',
  'q',
  'state',
  'standing',
  'signal',
  'ownerKind',
  'tier',
  'theme',
  'unit',
  'illustrative',
]

/** The conditions of the list of works; those without a field stay in the address. */
export function WorksFilterBar(props: {
  readonly filter: WorkFilter
  readonly sort: WorkSort
  readonly choices: FilterChoices
}) {
  const { t } = useWords()
  const { filter, choices } = props
  const params = filterParams(filter)
  const shownNames: readonly string[] = shown.map((name) => addressNames[name])
  const kept = Object.entries(params).filter(([name]) => !shownNames.includes(name))
  const choice = (
    name: keyof typeof addressNames,
    label: string,
    options: readonly Option[],
    empty: string,
  ) => (
    <Select
      name={addressNames[name]}
      label={label}
      value={params[addressNames[name]] ?? ''}
      empty={empty}
      options={options}
      width="half"
      optional
    />
  )
  const words = (
    name: 'state' | 'standing' | 'signal' | 'ownerKind' | 'tier',
    codes: readonly string[],
    prefix: string,
  ) => codes.map((code) => ({ value: addressValues[name]?.[code] ?? code, label: t(codeKey(prefix, code)) }))
  const isNarrow =
    filter.states.length > 0 ||
    filter.ownerKind !== null ||
    filter.tier !== null ||
    filter.theme !== null ||
    filter.illustrative === 'exclude'
  return (
    <FilterBar
      action={paths.allWorks()}
      clearHref={`${paths.allWorks()}?${addressNames.year}=${filter.year}`}
      hidden={{ ...Object.fromEntries(kept), ...sortParam(props.sort) }}
      moreOpen={isNarrow}
      more={
        <>
          {choice('theme', t('programme.theme'), choices.themes, t('programme.any_theme'))}
          <Select
            name={addressNames.year}
            label={t('programme.year')}
            value={filter.year}
            empty={false}
            options={choices.years.map((year) => ({ value: String(year), label: String(year) }))}
            width="short"
          />
          {choice(
            'state',
            t('programme.state'),
            words('state', workStates, 'ui.state'),
            t('programme.any_state'),
          )}
          {choice(
            'ownerKind',
            t('programme.owner'),
            words('ownerKind', ['collective', 'individual'], 'programme.owner'),
            t('programme.any_owner'),
          )}
          {choice(
            'tier',
            t('programme.tier'),
            words('tier', tiers, 'programme.tier'),
            t('programme.any_tier'),
          )}
          <DateField name={addressNames.asOf} label={t('programme.as_of')} value={filter.asOf} optional />
          <IllustrativeSelect value={filter.illustrative} />
        </>
      }
    >
      <TextField
        name={addressNames.q}
        label={t('programme.words')}
        value={filter.text}
        placeholder={t('programme.words_hint')}
        type="search"
        optional
      />
      {choice('unit', t('programme.unit'), choices.units, t('programme.any_unit'))}
      {choice(
        'standing',
        t('programme.standing'),
        words('standing', standings, 'programme.standing'),
        t('programme.any_standing'),
      )}
      {choice(
        'signal',
        t('programme.signal'),
        words('signal', signalFilters, 'programme.figure'),
        t('programme.any_signal'),
      )}
    </FilterBar>
  )
}
