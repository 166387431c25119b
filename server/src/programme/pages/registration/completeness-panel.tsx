import { sentenceOf } from '../../../platform/http/problem.ts'
import type { Words } from '../../../platform/words.ts'
import { Checklist, type ChecklistItem } from '../../../ui/checklist.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Completeness, Part, PartStanding } from '../../rules/completeness.ts'

/** Where the panel stands on its page: on a narrow one it comes after the form. */
export const completenessId = 'du-hay-thieu'

const fieldOf: Readonly<Record<Part, string>> = {
  title: 'title',
  theme: 'themeGroupId',
  rationale: 'rationale',
  baseline: 'baseline',
  product: 'product',
  targets: 'targets',
  binding_target: 'targets',
  steps: 'steps',
  due_on: 'dueOn',
  proof: 'proof',
  minutes: 'minutesReference',
  resources: 'resources',
  risks: 'risks',
}

/** What a registration has and lacks, each part a link to its field: complete or incomplete is seen at once. */
export function CompletenessPanel({
  completeness,
  form = '',
}: {
  completeness: Completeness
  /** The address of the form, where the panel stands on another page. */
  form?: string
}) {
  const { t } = useWords()
  const { parts, complete } = completeness
  const needed = parts.filter(({ need }) => need === 'required')
  const done = needed.filter((part) => part.complete).length
  const advised = parts.filter((part) => part.need === 'advised' && !part.complete)
  return (
    <Panel
      id={completenessId}
      title={t('programme.form.completeness')}
      lead={
        complete
          ? t('programme.form.complete')
          : t('programme.form.incomplete', { done, count: needed.length })
      }
    >
      <Checklist done={done} of={needed.length} items={needed.map((part) => itemOf(part, t, form))} />
      {advised.length > 0 && (
        <Checklist title={t('programme.form.advised')} items={advised.map((part) => itemOf(part, t, form))} />
      )}
    </Panel>
  )
}

function itemOf({ part, need, complete, reasons }: PartStanding, t: Words, form: string): ChecklistItem {
  const link = (field: string) => `${form}#${fieldId(field)}`
  return {
    key: part,
    label: t(`part.${part}`),
    href: link(fieldOf[part]),
    standing: complete ? 'done' : need === 'required' ? 'missing' : 'advised',
    // That a whole part is missing is said by its sign; only what is wrong in it needs a sentence.
    lacks: reasons
      .filter((one) => one.field !== fieldOf[part] || !one.code.endsWith('_missing'))
      .map((one) => ({ sentence: sentenceOf(t, one), href: link(one.field ?? fieldOf[part]) })),
  }
}
