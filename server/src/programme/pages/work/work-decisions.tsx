import { codeKey } from '../../../platform/message-key.ts'
import { Badge, IllustrativeTag } from '../../../ui/badge.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { DefinitionList, Note, Panel, Prose, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { appraisalCriteria } from '../../appraisal/appraise-work.ts'
import { paths } from '../../paths.ts'
import type {
  AdjustedFields,
  AdjustmentView,
  AppraisalView,
  CompletionView,
} from '../../work/work-judgements.ts'
import type { WorkPage } from '../../work/work-page.ts'

/** What others judged and decided: appraisals, decisions, adjustments, acceptance. */
export function DecisionsTab({ work }: { work: WorkPage }) {
  return (
    <Stack>
      <DecisionsPanel work={work} />
      {work.appraisals.map((appraisal) => (
        <AppraisalPanel key={appraisal.id} appraisal={appraisal} />
      ))}
      {work.adjustments.map((adjustment) => (
        <AdjustmentPanel key={adjustment.id} work={work} adjustment={adjustment} />
      ))}
      {work.completions.map((completion) => (
        <CompletionPanel key={completion.number} completion={completion} />
      ))}
    </Stack>
  )
}

function DecisionsPanel({ work }: { work: WorkPage }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('programme.decisions')} lead={t('programme.decisions_of_work')} flush>
      <DataTable
        caption={t('programme.decisions')}
        rows={work.decisions}
        rowKey={(row) => `${row.decisionId} ${row.action}`}
        empty={
          <EmptyState icon="gavel" title={t('programme.no_decisions')}>
            {t(work.source === null ? 'programme.no_decisions_text' : 'programme.no_decisions_article')}
          </EmptyState>
        }
        columns={[
          {
            key: 'number',
            header: t('programme.decision'),
            kind: 'title',
            cell: (row) => (
              <>
                <a href={paths.decision(row.decisionId)}>
                  {t('programme.decision_name', { number: row.number })}
                </a>
                <Small block>
                  {row.title} {row.illustrative && <IllustrativeTag />}
                </Small>
              </>
            ),
          },
          { key: 'issuer', header: t('programme.issuer'), cell: (row) => row.issuerName },
          {
            key: 'on',
            header: t('ui.date'),
            kind: 'date',
            cell: (row) => formatDate(row.decidedOn, language),
          },
          {
            key: 'action',
            header: t('programme.decided'),
            kind: 'state',
            cell: (row) => (
              <>
                {t(codeKey('action', row.action))}
                {row.reason !== null && row.reason !== '' && <Small block>{row.reason}</Small>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** One appraisal: who scored what, and what was proposed. */
export function AppraisalPanel({ appraisal }: { appraisal: AppraisalView }) {
  const { t, language } = useWords()
  const { outcome, concludedOn, scores, comment } = appraisal
  return (
    <Panel
      title={t('programme.appraisal')}
      lead={t('programme.appraisal_lead', {
        by: appraisal.by,
        unit: appraisal.unitName,
        body: appraisal.forUnitName,
        version: appraisal.workVersion,
      })}
      action={
        outcome === null ? (
          <Badge tone="waiting" icon="hourglass-empty">
            {t('programme.appraisal_open')}
          </Badge>
        ) : (
          <Badge tone={outcome === 'approve' ? 'good' : 'warn'} icon="scale">
            {t(`programme.proposes.${outcome}`)}
          </Badge>
        )
      }
    >
      <Stack>
        <Note>
          {concludedOn === null
            ? t('programme.opened_on', { date: formatDate(appraisal.openedOn, language) })
            : t('programme.concluded_on', { date: formatDate(concludedOn, language) })}
        </Note>
        <DefinitionList
          items={appraisalCriteria.flatMap((criterion) =>
            scores[criterion] === undefined
              ? []
              : [
                  {
                    term: t(`programme.criterion.${criterion}`),
                    description: t(codeKey('programme.score', scores[criterion])),
                  },
                ],
          )}
        />
        {comment !== '' && <Prose text={comment} />}
      </Stack>
    </Panel>
  )
}

function OutcomeBadge({ outcome }: { outcome: 'accepted' | 'refused' | null }) {
  const { t } = useWords()
  if (outcome === null)
    return (
      <Badge tone="waiting" icon="hourglass-empty">
        {t('programme.awaits_decision')}
      </Badge>
    )
  return (
    <Badge
      tone={outcome === 'accepted' ? 'good' : 'bad'}
      icon={outcome === 'accepted' ? 'circle-check' : 'circle-x'}
    >
      {t(`programme.outcome.${outcome}`)}
    </Badge>
  )
}

export function AdjustmentPanel({ work, adjustment }: { work: WorkPage; adjustment: AdjustmentView }) {
  const { t, language } = useWords()
  const target = work.targets.find((view) => view.target.id === adjustment.targetId)?.target
  return (
    <Panel
      title={t(`programme.adjustment.${adjustment.kind}`)}
      lead={t('programme.asked_by', {
        by: adjustment.askedBy ?? '–',
        date: formatDate(adjustment.askedOn, language),
      })}
      mark={<OutcomeBadge outcome={adjustment.outcome} />}
    >
      <DefinitionList
        items={[
          ...(target === undefined ? [] : [{ term: t('programme.targets'), description: target.measure }]),
          { term: t('programme.before'), description: <Adjusted fields={adjustment.before} /> },
          { term: t('programme.after'), description: <Adjusted fields={adjustment.after} /> },
          {
            term: t('programme.fact.reason'),
            description: (
              <>
                {adjustment.reason}
                {adjustment.forceMajeure && <Small block>{t('programme.force_majeure')}</Small>}
              </>
            ),
          },
          ...useDecided(adjustment, adjustment.decisionReason),
        ]}
      />
    </Panel>
  )
}

function useDecided(
  decided: Pick<AdjustmentView, 'decidedOn' | 'decidedBy' | 'decidedFor' | 'document'>,
  reason: string | null,
) {
  const { t, language } = useWords()
  if (decided.decidedOn === null) return []
  return [
    {
      term: t('programme.fact.decided'),
      description: (
        <>
          {formatDate(decided.decidedOn, language)} · {decided.decidedBy}
          {decided.decidedFor !== null && `, ${t('programme.on_behalf', { body: decided.decidedFor })}`}
          {decided.document !== null && decided.document !== '' && <Small block>{decided.document}</Small>}
          {reason !== null && reason !== '' && <Small block>{reason}</Small>}
        </>
      ),
    },
  ]
}

export function Adjusted({ fields }: { fields: AdjustedFields }) {
  const { t, language } = useWords()
  const { dueOn, operator, value, min, max, unit } = fields
  const goal = [
    operator == null ? '' : t(codeKey('operator', operator)),
    value ?? [min, max].filter((one) => one != null).join('–'),
    unit,
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ')
  return (
    <>
      {goal}
      {dueOn != null && <Small block>{t('programme.due_line', { date: formatDate(dueOn, language) })}</Small>}
    </>
  )
}

export function CompletionPanel({ completion }: { completion: CompletionView }) {
  const { t, language } = useWords()
  const day = (date: string) => formatDate(date, language)
  return (
    <Panel
      title={t('programme.completion_title', { number: completion.number })}
      lead={t('programme.reported_by', { by: completion.by ?? '–', date: day(completion.reportedOn) })}
      mark={<OutcomeBadge outcome={completion.outcome} />}
    >
      <DefinitionList
        items={[
          { term: t('programme.fact.work_done_on'), description: day(completion.workDoneOn) },
          { term: t('programme.report.content'), description: <Prose text={completion.content} /> },
          ...(completion.checkedOn === null
            ? []
            : [
                {
                  term: t('programme.fact.checked'),
                  description: (
                    <>
                      {day(completion.checkedOn)} · {completion.checkedBy}
                      <Small block>{completion.checkComment}</Small>
                    </>
                  ),
                },
              ]),
          ...useDecided(completion, completion.reason),
        ]}
      />
    </Panel>
  )
}
