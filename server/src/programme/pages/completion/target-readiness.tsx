import { sentenceOf } from '../../../platform/http/problem.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { AssessedTarget } from '../../progress/target-facts.ts'
import type { Reason, RefusalCode } from '../../rules/refusals.ts'
import { blocksCompletion } from '../../rules/targets.ts'
import { goalText, readingText } from '../goal-words.ts'
import { workTab } from '../work/work-tabs.ts'

/** A target with what still keeps its work from being reported as complete. */
export interface ReadyTarget {
  readonly assessed: AssessedTarget
  readonly lacks: readonly Reason[]
}

/** For each target: what was promised, what exists, and what is missing, each with a link to fix it. */
export function TargetReadiness({
  workRef,
  targets,
}: {
  readonly workRef: string
  readonly targets: readonly ReadyTarget[]
}) {
  const words = useWords()
  const { t } = words
  const ready = targets.filter(({ lacks }) => lacks.length === 0).length
  return (
    <Panel
      title={t('programme.completion.readiness')}
      lead={t('programme.completion.readiness_lead', { ready, count: targets.length })}
      flush
    >
      <DataTable
        caption={t('programme.completion.readiness')}
        rows={targets.map((row, index) => ({ ...row, number: index + 1 }))}
        rowKey={({ assessed }) => assessed.target.id}
        empty={<EmptyState icon="target" title={t('programme.no_targets')} />}
        columns={[
          {
            key: 'target',
            header: t('programme.completion.promised'),
            kind: 'title',
            cell: ({ assessed, number }) => <Promised assessed={assessed} number={number} />,
          },
          {
            key: 'claimed',
            header: t('ui.claimed'),
            cell: ({ assessed: { assessment, target } }) =>
              target.measureKey === null ? readingText(assessment.claimed, target.unit, words) : '–',
          },
          {
            key: 'confirmed',
            header: t('ui.confirmed'),
            cell: ({ assessed: { assessment, target } }) =>
              readingText(assessment.confirmed, target.unit, words),
          },
          {
            key: 'evidence',
            header: t('programme.evidence'),
            cell: ({ assessed }) => <Papers assessed={assessed} workRef={workRef} />,
          },
          {
            key: 'lacks',
            header: t('programme.completion.missing'),
            cell: (row) => <Lacks row={row} workRef={workRef} />,
          },
        ]}
      />
    </Panel>
  )
}

/** What a target asks for, in words. */
export function Promised({ assessed, number }: { assessed: AssessedTarget; number: number }) {
  const words = useWords()
  const { t } = words
  const { target, recognitionBy } = assessed
  return (
    <>
      {t('programme.target_title', { number, measure: target.measure })}
      <Small block>
        {t(`modality.${target.modality}`)} · {goalText(target.goal, target.unit, words)}
        {target.recognitionRequired && <> · {t('programme.recognised_by', { authority: recognitionBy })}</>}
      </Small>
    </>
  )
}

function Papers({ assessed, workRef }: { assessed: AssessedTarget; workRef: string }) {
  const { t } = useWords()
  const { target, evidenceCount, recognitionCount } = assessed
  if (target.measureKey !== null)
    return <a href={paths.measure(target.measureKey)}>{t('programme.completion.live')}</a>
  return (
    <>
      {evidenceCount === 0 ? (
        t('programme.completion.no_papers')
      ) : (
        <a href={workTab(workRef, 'evidence')}>
          {t('programme.completion.papers', { count: evidenceCount })}
        </a>
      )}
      {target.recognitionRequired && (
        <Small block>{t('programme.completion.recognitions', { count: recognitionCount })}</Small>
      )}
    </>
  )
}

function Lacks({ row, workRef }: { row: ReadyTarget; workRef: string }) {
  const { t } = useWords()
  const { target, assessment } = row.assessed
  if (row.lacks.length === 0)
    return (
      <>
        <Badge tone="good" icon="circle-check">
          {t('programme.completion.enough')}
        </Badge>
        {blocksCompletion(target, assessment.met) && (
          <Small block>{t('programme.completion.not_met_yet')}</Small>
        )}
      </>
    )
  return (
    <>
      {row.lacks.map((lack) => {
        const mend = mendings[lack.code]
        return (
          <div key={lack.code}>
            <p>{sentenceOf(t, lack)}</p>
            {mend !== undefined && (
              <ButtonLink href={mend.href(workRef, row.assessed.target.id)} size="small" icon="plus">
                {t(codeKey('programme.completion', mend.word))}
              </ButtonLink>
            )}
          </div>
        )
      })}
    </>
  )
}

type Mending = { readonly word: string; href(workRef: string, targetId: string): string }

/** Where the owner can fix what a reason names. */
const mendings: Partial<Record<RefusalCode, Mending>> = {
  final_value_missing: { word: 'to_report', href: (ref) => paths.report(ref) },
  evidence_missing: { word: 'to_evidence', href: paths.offerEvidence },
  recognition_missing: { word: 'to_recognition', href: paths.offerEvidence },
}
