import { field } from '../../platform/http/form.ts'
import type { FormState } from '../../platform/http/route.ts'
import { Select } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { FieldRow, FieldSet } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { paperKinds } from '../paper.ts'

/** From when, and the paper that says so: its number, and what else is known of it. */
export function PaperFields(props: {
  readonly state: FormState
  readonly day: string
  readonly dayLabel: string
  /** The field of its number; `document` where not said. */
  readonly number?: string
}) {
  const { t } = useWords()
  const { state } = props
  return (
    <>
      <DateField {...field(state, props.day)} label={props.dayLabel} />
      <FieldSet legend={t('organisation.paper')}>
        <FieldRow>
          <TextField
            {...field(state, props.number ?? 'document')}
            label={t('organisation.paper_number')}
            hint={t('organisation.paper_number_hint')}
          />
          <Select
            {...field(state, 'paperKind')}
            label={t('organisation.paper_kind')}
            options={paperKinds.map((kind) => ({ value: kind, label: t(`organisation.paper_kind.${kind}`) }))}
            optional
          />
        </FieldRow>
        <FieldRow>
          <TextField {...field(state, 'paperIssuer')} label={t('organisation.paper_issuer')} optional />
          <DateField {...field(state, 'paperIssuedOn')} label={t('organisation.paper_issued_on')} optional />
        </FieldRow>
        <FileField
          name="paperFile"
          label={t('organisation.paper_file')}
          error={state.errors.paperFile ?? state.errors['paperFile.0']}
          kept={state.uploads.filter((upload) => upload.field === 'paperFile')}
          accept=".pdf,.docx,.png,.jpg,.jpeg"
          optional
        />
      </FieldSet>
    </>
  )
}
