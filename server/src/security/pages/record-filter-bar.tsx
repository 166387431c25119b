import { Select } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { FilterBar } from '../../ui/list-tools.tsx'
import { useWords } from '../../ui/words.tsx'
import { outcomes, type RecordFilter } from '../filter.ts'
import { addressNames, outcomeWords, securityPaths } from '../paths.ts'
import { actChoices } from '../words.ts'

/** The filters of the audit log; all of them are in the URL. */
export function RecordFilterBar({
  filter,
  acts,
}: {
  readonly filter: RecordFilter
  readonly acts: readonly string[]
}) {
  const words = useWords()
  const { t } = words
  return (
    <FilterBar
      action={securityPaths.record}
      clearHref={securityPaths.record}
      moreOpen={filter.from !== null || filter.to !== null || filter.outcome !== null}
      more={
        <>
          <DateField
            name={addressNames.from}
            label={t('security.from')}
            value={filter.from}
            width="half"
            optional
          />
          <DateField
            name={addressNames.to}
            label={t('security.to')}
            value={filter.to}
            width="half"
            optional
          />
          <Select
            name={addressNames.outcome}
            label={t('security.outcome')}
            value={filter.outcome && outcomeWords[filter.outcome]}
            empty={t('security.any_outcome')}
            options={outcomes.map((one) => ({
              value: outcomeWords[one],
              label: t(`security.outcome_${one}`),
            }))}
            width="half"
            optional
          />
        </>
      }
    >
      <TextField
        name={addressNames.actor}
        label={t('security.actor')}
        hint={t('security.actor_hint')}
        type="search"
        value={filter.actor}
        optional
      />
      <TextField
        name={addressNames.object}
        label={t('security.object_label')}
        hint={t('security.object_hint')}
        type="search"
        value={filter.object}
        optional
      />
      <Select
        name={addressNames.action}
        label={t('security.action')}
        value={filter.action}
        empty={t('security.any_action')}
        options={actChoices(words, acts)}
        optional
      />
    </FilterBar>
  )
}
