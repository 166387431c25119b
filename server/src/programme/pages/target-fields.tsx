import type { Language } from '../../platform/context.ts'
import type { FormValues } from '../../platform/http/form.ts'
import { rowValues, textValue } from '../../platform/http/form.ts'
import type { Measure } from '../../platform/measures/measures.ts'
import { Checkbox, Select } from '../../ui/choice.tsx'
import { NumberField, TextArea, TextField } from '../../ui/field.tsx'
import { FieldRow } from '../../ui/form.tsx'
import { RepeatRows } from '../../ui/repeat-rows.tsx'
import { ShowWhen } from '../../ui/show-when.tsx'
import { useWords } from '../../ui/words.tsx'
import { modalities, operators } from '../rules/targets.ts'

interface TargetFieldsProps {
  readonly values: FormValues
  readonly errors: Readonly<Record<string, string>>
  readonly measures: readonly Measure[]
}

/** The targets of a registration, each a card of its own: what is measured, how much must be reached, who recognises it. */
export function TargetFields({ values, errors, measures }: TargetFieldsProps) {
  const { t } = useWords()
  const rows = rowValues(values, 'targets')
  return (
    <RepeatRows
      name="targets"
      legend={t('programme.target.legend')}
      hint={t('programme.target.hint')}
      error={errors.targets}
      rows={rows.length === 0 ? [{}] : rows}
      row={(row, prefix, index) => (
        <TargetRow row={row ?? {}} prefix={prefix} index={index} errors={errors} measures={measures} />
      )}
      addLabel={t('programme.target.add')}
      max={20}
      layout="card"
    />
  )
}

function TargetRow(props: {
  readonly row: FormValues
  readonly prefix: string
  readonly index: number
  readonly errors: Readonly<Record<string, string>>
  readonly measures: readonly Measure[]
}) {
  const { t } = useWords()
  const { row, prefix, errors } = props
  const field = (name: string) => ({
    name: `${prefix}[${name}]`,
    value: textValue(row, name),
    error: errors[`targets.${props.index}.${name}`],
  })
  return (
    <>
      <TextArea
        {...field('measure')}
        label={t('programme.target.measure')}
        hint={t('programme.target.measure_hint')}
        rows={2}
      />
      <FieldRow>
        <Select
          {...field('operator')}
          label={t('programme.target.operator')}
          options={operators.map((value) => ({ value, label: t(`programme.target.operator.${value}`) }))}
        />
        <Select
          {...field('modality')}
          value={textValue(row, 'modality') || 'committed'}
          label={t('programme.target.modality')}
          options={modalities.map((value) => ({ value, label: t(`programme.target.modality.${value}`) }))}
          empty={false}
        />
      </FieldRow>
      <GoalFields field={field} prefix={prefix} />
      <MoreFields {...props} field={field} />
    </>
  )
}

type FieldOf = (name: string) => {
  readonly name: string
  readonly value: string
  readonly error: string | undefined
}

/** The numbers that the chosen comparison needs. Without scripts all are there, and say when each counts. */
export function GoalFields({ field, prefix }: { field: FieldOf; prefix: string | null }) {
  const { t } = useWords()
  const operator = prefix === null ? 'operator' : `${prefix}[operator]`
  return (
    <>
      <ShowWhen field={operator} is={['eq', 'gte', 'lte']}>
        <FieldRow>
          <NumberField
            {...field('value')}
            label={t('programme.target.value')}
            hint={t('programme.target.value_hint')}
          />
        </FieldRow>
      </ShowWhen>
      <ShowWhen field={operator} is={['range']}>
        <FieldRow>
          <NumberField
            {...field('min')}
            label={t('programme.target.min')}
            hint={t('programme.target.min_hint')}
          />
          <NumberField
            {...field('max')}
            label={t('programme.target.max')}
            hint={t('programme.target.max_hint')}
          />
        </FieldRow>
      </ShowWhen>
      <ShowWhen field={operator} is={['eq', 'gte', 'lte', 'range']}>
        <FieldRow>
          <TextField
            {...field('unit')}
            label={t('programme.target.unit')}
            hint={t('programme.target.unit_hint')}
            maxLength={60}
          />
          {prefix !== null && (
            <NumberField
              {...field('baseline')}
              label={t('programme.target.baseline')}
              hint={t('programme.target.baseline_hint')}
              optional
            />
          )}
        </FieldRow>
      </ShowWhen>
    </>
  )
}

function MoreFields(props: {
  readonly row: FormValues
  readonly prefix: string
  readonly measures: readonly Measure[]
  readonly field: FieldOf
}) {
  const { t, language } = useWords()
  const { row, field, measures } = props
  return (
    <>
      <Checkbox
        name={field('recognitionRequired').name}
        label={t('programme.target.recognition_required')}
        hint={t('programme.target.recognition_hint')}
        checked={textValue(row, 'recognitionRequired') === 'on'}
      />
      <TextField
        {...field('recognitionBy')}
        label={t('programme.target.recognition_by')}
        hint={t('programme.target.recognition_by_hint')}
        optional
      />
      <TextArea
        {...field('exceptions')}
        label={t('programme.target.exceptions')}
        hint={t('programme.target.exceptions_hint')}
        rows={2}
        optional
      />
      {measures.length > 0 && (
        <Select
          {...field('measureKey')}
          label={t('programme.target.live')}
          hint={t('programme.target.live_hint')}
          options={measures.map((measure) => measureOption(measure, language))}
          empty={t('programme.target.live_none')}
          optional
        />
      )}
    </>
  )
}

function measureOption(measure: Measure, language: Language) {
  return { value: measure.key, label: `${measure.label[language]} (${measure.unit})` }
}
