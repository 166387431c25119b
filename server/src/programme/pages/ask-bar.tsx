import type { ComponentChildren } from 'preact'
import { type Option, Select } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FilterBar } from '../../ui/list-tools.tsx'
import { useWords } from '../../ui/words.tsx'
import type { WorkFilter } from '../filter/filter.ts'
import { addressNames, addressValues } from '../filter/filter-address.ts'

/** Of which unit, until which day, and with or without what the demonstration made up: what every page of figures asks. */
export function AskBar(props: {
  readonly action: string
  readonly filter: Pick<WorkFilter, 'unit' | 'asOf' | 'illustrative'>
  readonly units: readonly Option[]
  readonly allUnits: string
  readonly children?: ComponentChildren
}) {
  const { t } = useWords()
  const { action, filter, units, allUnits } = props
  return (
    <FilterBar action={action} clearHref={action}>
      <Select
        name={addressNames.unit}
        label={t('programme.unit')}
        value={filter.unit}
        empty={allUnits}
        options={units}
        optional
        labelHidden={false}
      />
      <DateField
        name={addressNames.asOf}
        label={t('programme.as_of')}
        value={filter.asOf}
        hint={t('programme.as_of_hint')}
        optional
      />
      <IllustrativeSelect value={filter.illustrative} />
      {props.children}
    </FilterBar>
  )
}

/** The switch that leaves out what the demonstration made up. */
export function IllustrativeSelect({ value }: { value: WorkFilter['illustrative'] }) {
  const { t } = useWords()
  return (
    <Select
      name={addressNames.illustrative}
      label={t('programme.illustrative')}
      value={value === 'exclude' ? addressValues.illustrative?.exclude : ''}
      empty={t('programme.illustrative_with')}
      options={[
        { value: addressValues.illustrative?.exclude ?? '', label: t('programme.illustrative_without') },
      ]}
      width="half"
      optional
    />
  )
}
