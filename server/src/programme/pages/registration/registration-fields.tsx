import type { ComponentChildren } from 'preact'
import type { Context } from '../../../platform/context.ts'
import { type FormValues, listValue, rowValues, textValue } from '../../../platform/http/form.ts'
import type { LabelKeys } from '../../../platform/http/named-problems.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Checkbox, CheckboxGroup, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Panel, Stack } from '../../../ui/panel.tsx'
import { RepeatRows } from '../../../ui/repeat-rows.tsx'
import { ShowWhen } from '../../../ui/show-when.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ContentChoices } from '../../registration/registration-choices.ts'
import { TargetFields } from '../target-fields.tsx'
import { UnitSearch, type UnitSearchProps } from '../unit-search.tsx'

export interface RegistrationFieldsProps {
  readonly c: Context
  readonly values: FormValues
  readonly errors: Readonly<Record<string, string>>
  readonly content: ContentChoices
  readonly units: Pick<UnitSearchProps, 'choices' | 'words' | 'searched'>
  /** Whether the minutes of a meeting are asked for; `chosen` where the form itself says whose work it is. */
  readonly minutes: boolean | 'chosen'
}

const registrationNames = [
  'title',
  'themeGroupId',
  'contentGroupIds',
  'rationale',
  'baseline',
  'product',
  'dueOn',
  'proof',
  'minutesReference',
  'resources',
  'risks',
  'requests',
  'supportingUnitIds',
  'continuesCode',
  'ownerKind',
  'ownerHoldingId',
] as const

const targetNames = [
  'measure',
  'operator',
  'modality',
  'value',
  'min',
  'max',
  'unit',
  'baseline',
  'exceptions',
]

/** The labels of the form's fields, for its summary of errors. */
export const registrationLabels: LabelKeys = {
  ...Object.fromEntries(registrationNames.map((name) => [name, `programme.registration.${name}`])),
  ...Object.fromEntries(targetNames.map((name) => [`targets.${name}`, `programme.target.${name}`])),
  'targets.recognitionBy': 'programme.target.recognition_by',
  'targets.measureKey': 'programme.target.live',
  'steps.name': 'programme.registration.step_name',
  'steps.dueOn': 'programme.registration.step_due',
}

/** The whole registration form (spec/programme.md, 3.1), in the order in which an office fills it. */
export function RegistrationFields(props: RegistrationFieldsProps) {
  const { t } = useWords()
  const { c, values, errors } = props
  return (
    <Stack>
      <Panel title={t('programme.registration.work')}>
        <WorkFields {...props} />
      </Panel>
      <Panel>
        <TargetFields values={values} errors={errors} measures={c.measures.all()} />
      </Panel>
      <Panel>
        <StepFields values={values} errors={errors} />
      </Panel>
      <Panel title={t('programme.registration.finish')}>
        <FinishFields {...props} />
      </Panel>
      <Panel title={t('programme.registration.together')}>
        <TogetherFields {...props} />
      </Panel>
    </Stack>
  )
}

function useFields({ values, errors }: Pick<RegistrationFieldsProps, 'values' | 'errors'>) {
  const { t } = useWords()
  return (name: string) => ({
    name,
    value: textValue(values, name),
    error: errors[name],
    label: t(codeKey('programme.registration', name)),
  })
}

function useHint() {
  const { t } = useWords()
  return (name: string) => t(codeKey('programme.registration', `${name}_hint`))
}

function WorkFields(props: RegistrationFieldsProps) {
  const field = useFields(props)
  const hint = useHint()
  const { content, values, errors } = props
  const { t } = useWords()
  return (
    <>
      <TextArea {...field('title')} hint={hint('title')} rows={2} maxLength={500} />
      <Select
        {...field('themeGroupId')}
        hint={hint('themeGroupId')}
        options={content.themes.map(({ id, ord, headline }) => ({ value: id, label: `${ord}. ${headline}` }))}
        empty={t('programme.registration.no_theme')}
        optional={content.groups.length > 0}
      />
      {content.groups.length > 0 && (
        <CheckboxGroup
          name="contentGroupIds[]"
          label={t('programme.registration.contentGroupIds')}
          hint={hint('contentGroupIds')}
          values={listValue(values, 'contentGroupIds')}
          error={errors.contentGroupIds}
          choices={content.groups.map(({ id, name, scopeName }) => ({
            value: id,
            label: name,
            description: scopeName,
          }))}
          optional
        />
      )}
      <TextArea {...field('rationale')} hint={hint('rationale')} />
      <TextArea {...field('baseline')} hint={hint('baseline')} rows={3} optional />
      <TextArea {...field('product')} hint={hint('product')} rows={3} optional />
    </>
  )
}

function StepFields({ values, errors }: Pick<RegistrationFieldsProps, 'values' | 'errors'>) {
  const { t } = useWords()
  const rows = rowValues(values, 'steps')
  return (
    <RepeatRows
      name="steps"
      legend={t('programme.registration.steps')}
      hint={t('programme.registration.steps_hint')}
      error={errors.steps}
      rows={rows.length === 0 ? [{}] : rows}
      row={(row, prefix, index) => (
        <>
          <TextField
            name={`${prefix}[name]`}
            label={t('programme.registration.step_name')}
            value={textValue(row ?? {}, 'name')}
            error={errors[`steps.${index}.name`]}
          />
          <DateField
            name={`${prefix}[dueOn]`}
            label={t('programme.registration.step_due')}
            hint=""
            value={textValue(row ?? {}, 'dueOn')}
            error={errors[`steps.${index}.dueOn`]}
          />
        </>
      )}
      addLabel={t('programme.registration.step_add')}
      max={40}
    />
  )
}

function FinishFields(props: RegistrationFieldsProps) {
  const field = useFields(props)
  const hint = useHint()
  const minutes = <TextField {...field('minutesReference')} hint={hint('minutesReference')} />
  return (
    <>
      <DateField {...field('dueOn')} hint={hint('dueOn')} />
      <TextArea {...field('proof')} hint={hint('proof')} rows={3} />
      <Minutes when={props.minutes}>{minutes}</Minutes>
      <TextArea {...field('resources')} hint={hint('resources')} rows={2} optional />
      <TextArea {...field('risks')} hint={hint('risks')} rows={2} optional />
      <TextArea {...field('requests')} hint={hint('requests')} rows={2} optional />
    </>
  )
}

function Minutes({ when, children }: { when: boolean | 'chosen'; children: ComponentChildren }) {
  if (when === false) return null
  if (when === true) return <>{children}</>
  return (
    <ShowWhen field="ownerKind" is={['collective']}>
      {children}
    </ShowWhen>
  )
}

function TogetherFields(props: RegistrationFieldsProps) {
  const field = useFields(props)
  const hint = useHint()
  const { t } = useWords()
  const { values, errors, units } = props
  return (
    <>
      <UnitSearch
        {...units}
        name="supportingUnitIds"
        label={t('programme.registration.supportingUnitIds')}
        hint={hint('supportingUnitIds')}
        error={errors.supportingUnitIds}
        optional
      />
      <TextField {...field('continuesCode')} hint={hint('continuesCode')} width="half" optional />
      <Checkbox
        name="continuesUnlinked"
        label={t('programme.registration.continuesUnlinked')}
        hint={hint('continuesUnlinked')}
        checked={textValue(values, 'continuesUnlinked') === 'on'}
      />
    </>
  )
}
