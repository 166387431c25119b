import type { Context } from '../../../platform/context.ts'
import { type FormValues, shown, textValue } from '../../../platform/http/form.ts'
import type { LabelKeys } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { RadioGroup, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { FieldRow, FieldSet, Hidden } from '../../../ui/form.tsx'
import { Note } from '../../../ui/panel.tsx'
import { ShowWhen } from '../../../ui/show-when.tsx'
import { evidenceKinds, offerEvidence } from '../../evidence/offer-evidence.ts'
import { paths } from '../../paths.ts'
import { guarded } from '../../rules/guards/standing.ts'
import { getWorkCard } from '../../work/work-card.ts'
import type { EvidenceView } from '../../work/work-evidence.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { actValues } from '../act-values.ts'
import { TargetSummary } from '../target-summary.tsx'
import { refIn, workFormPage } from '../work-form.tsx'

/** Offers a piece of proof with its paper; it counts once the assigning body has accepted it. */
export const offerEvidenceForm = formRoute({
  path: '/cong-viec/:ref/minh-chung',
  takesFiles: true,
  endpoint: offerEvidence,
  told: 'programme.told.evidence_offered',
  keepsTyping: true,
  input: (values, params) => ({ ...evidenceValues(values), ref: params.ref }),
  done: ({ ref, id }) => paths.judgeEvidence(ref, id),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'offerEvidence')
    const work = await getWorkPage(c, card.ref, c.today)
    const replaced = work.evidence?.find(
      ({ id }) => id === shown(state, 'replacesId', state.query.thay ?? ''),
    )
    return workFormPage(c, state, {
      card,
      action: paths.offerEvidence(card.ref),
      title: c.t(replaced === undefined ? 'programme.offer.title' : 'programme.offer.replace_title'),
      lead:
        replaced === undefined
          ? c.t('programme.offer.lead')
          : c.t('programme.offer.replace_lead', { title: replaced.title }),
      closed: guarded(card.work.standing, 'offer_evidence'),
      fields: <EvidenceFields c={c} state={state} work={work} replaced={replaced} />,
      submit: { label: c.t('programme.offer.act'), icon: 'paperclip' },
      upload: true,
      labels,
      guard: true,
      note: c.t('programme.offer.note'),
      aside: <TargetSummary work={work} />,
    })
  },
})

const recognitionNames = ['authority', 'competence', 'number', 'quantity', 'recognisedOn', 'validUntil']

const labels: LabelKeys = {
  kind: 'programme.offer.kind',
  title: 'programme.offer.name',
  targetId: 'programme.offer.target',
  value: 'programme.offer.value',
  done: 'programme.offer.done',
  effectiveOn: 'programme.offer.on',
  uploadId: 'programme.offer.file',
  ...Object.fromEntries(
    recognitionNames.map((name) => [`recognition.${name}`, codeKey('programme.recognition', name)]),
  ),
}

/** What an authority recognised belongs to a recognition alone; fields that stood aside are not sent with another kind. */
function evidenceValues(values: FormValues): FormValues {
  const { recognition, ...others } = actValues(values)
  return recognition !== undefined && textValue(values, 'kind') === 'recognition'
    ? { ...others, recognition }
    : others
}

interface EvidenceFieldsProps {
  readonly c: Context
  readonly state: FormState
  readonly work: WorkPage
  readonly replaced: EvidenceView | undefined
}

function EvidenceFields({ c, state, work, replaced }: EvidenceFieldsProps) {
  const field = (name: string, first = '') => ({
    name,
    value: shown(state, name, first),
    error: state.errors[name],
  })
  return (
    <>
      {replaced !== undefined && <Hidden name="replacesId" value={replaced.id} />}
      <RadioGroup
        {...field('kind', replaced?.kind ?? 'document')}
        label={c.t('programme.offer.kind')}
        layout="inline"
        choices={evidenceKinds.map((value) => ({ value, label: c.t(`programme.evidence_kind.${value}`) }))}
      />
      <TextField
        {...field('title', replaced?.title)}
        label={c.t('programme.offer.name')}
        hint={c.t('programme.offer.name_hint')}
      />
      <TargetOfEvidence c={c} state={state} work={work} replaced={replaced} />
      <ShowWhen
        field="kind"
        is={['recognition']}
        always={Object.keys(state.errors).some((name) => name.startsWith('recognition'))}
      >
        <RecognitionFields c={c} state={state} />
      </ShowWhen>
      <DateField
        {...field('effectiveOn')}
        label={c.t('programme.offer.on')}
        hint={c.t('programme.offer.on_hint')}
      />
      <FileField
        name="uploadId"
        label={c.t('programme.offer.file')}
        hint={c.t('programme.offer.file_hint')}
        error={state.errors.uploadId}
        kept={state.uploads.filter((upload) => upload.field === 'uploadId')}
        accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
      />
      <TextArea {...field('note')} label={c.t('programme.offer.note_field')} rows={2} optional />
    </>
  )
}

/** Which target it proves, and what it says of it: a number, or that it is done. */
function TargetOfEvidence({ c, state, work, replaced }: EvidenceFieldsProps) {
  const typed = work.targets.filter(({ target }) => target.measureKey === null)
  const asked =
    state.query['chi-tieu'] ?? replaced?.targetId ?? (typed.length === 1 ? typed[0]?.target.id : '')
  const ofNumber = typed
    .filter(({ target }) => target.goal.operator !== 'done')
    .map(({ target }) => target.id)
  const ofDone = typed.filter(({ target }) => target.goal.operator === 'done').map(({ target }) => target.id)
  const wrong = state.errors.value
  return (
    <>
      <Select
        name="targetId"
        label={c.t('programme.offer.target')}
        hint={c.t('programme.offer.target_hint')}
        value={shown(state, 'targetId', asked ?? '')}
        error={state.errors.targetId}
        options={typed.map(({ target }, index) => ({
          value: target.id,
          label: `${index + 1}. ${target.measure}`,
        }))}
        empty={c.t('programme.offer.no_target')}
        optional
      />
      {ofNumber.length > 0 && (
        <ShowWhen field="targetId" is={ofNumber} always={wrong !== undefined}>
          <NumberField
            name="value"
            label={c.t('programme.offer.value')}
            hint={c.t('programme.offer.value_hint')}
            value={shown(state, 'value')}
            error={wrong}
            optional
          />
        </ShowWhen>
      )}
      {ofDone.length > 0 && (
        <ShowWhen field="targetId" is={ofDone} always={wrong !== undefined}>
          <RadioGroup
            name="done"
            label={c.t('programme.offer.done')}
            hint={c.t('programme.offer.done_hint')}
            layout="inline"
            value={shown(state, 'done')}
            error={ofNumber.length === 0 ? wrong : undefined}
            choices={[
              { value: 'true', label: c.t('programme.done') },
              { value: 'false', label: c.t('programme.not_done') },
            ]}
            optional
          />
        </ShowWhen>
      )}
    </>
  )
}

/** By which an outside authority's paper can be checked: which, by what right, number, date, until when, how much. */
function RecognitionFields({ c, state }: Pick<EvidenceFieldsProps, 'c' | 'state'>) {
  const given = (state.values?.recognition ?? {}) as FormValues
  const field = (name: string) => ({
    name: `recognition[${name}]`,
    label: c.t(codeKey('programme.recognition', name)),
    value: textValue(given, name),
    error: state.errors[`recognition.${name}`],
  })
  const hint = (name: string) => c.t(codeKey('programme.recognition', `${name}_hint`))
  return (
    <FieldSet legend={c.t('programme.recognition.legend')} lead={c.t('programme.recognition.lead')}>
      <TextField {...field('authority')} />
      <TextField {...field('competence')} hint={hint('competence')} />
      <FieldRow>
        <TextField {...field('number')} />
        <NumberField {...field('quantity')} hint={hint('quantity')} />
      </FieldRow>
      <FieldRow>
        <DateField {...field('recognisedOn')} />
        <DateField {...field('validUntil')} hint={hint('validUntil')} optional />
      </FieldRow>
      <Note>{c.t('programme.recognition.note')}</Note>
    </FieldSet>
  )
}
