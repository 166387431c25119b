import { codeKey } from '../../../platform/message-key.ts'
import { Badge, EvidenceBadge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate, formatSize } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import { decimal } from '../../rules/decimal.ts'
import type { OpenAct } from '../../work/work-actions.ts'
import type { EvidenceView } from '../../work/work-evidence.ts'
import type { WorkPage } from '../../work/work-page.ts'
import { readingText } from '../goal-words.ts'

/** The submitted evidence and its judgement; users who cannot read evidence see a notice. */
export function EvidencePanel({ work, actions }: { work: WorkPage; actions: readonly OpenAct[] }) {
  const { t } = useWords()
  const offer = actions.find(({ name, closed }) => name === 'offer_evidence' && closed.length === 0)
  return (
    <Panel
      id="minh-chung"
      title={t('programme.evidence')}
      lead={t('programme.evidence_lead')}
      action={offer && <a href={offer.href}>{t('programme.act.offer_evidence')}</a>}
      flush
    >
      {work.evidence === null ? (
        <EmptyState icon="lock" title={t('programme.evidence_closed')}>
          {t('programme.evidence_closed_text')}
        </EmptyState>
      ) : (
        <EvidenceTable work={work} evidence={work.evidence} actions={actions} />
      )}
    </Panel>
  )
}

function EvidenceTable(props: {
  readonly work: WorkPage
  readonly evidence: readonly EvidenceView[]
  readonly actions: readonly OpenAct[]
}) {
  const { t, language } = useWords()
  const { work } = props
  const ref = work.code ?? work.id
  const mayAdd = props.actions.some(({ name, closed }) => name === 'offer_evidence' && closed.length === 0)
  const mayJudge = props.actions.some(({ name, closed }) => name === 'judge_evidence' && closed.length === 0)
  return (
    <DataTable
      caption={t('programme.evidence')}
      rows={[...props.evidence].reverse()}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="certificate" title={t('programme.no_evidence')}>
          {t('programme.no_evidence_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'title',
          header: t('programme.evidence_piece'),
          kind: 'title',
          cell: (row) => <EvidenceTitle row={row} workRef={ref} />,
        },
        {
          key: 'value',
          header: t('programme.evidence_value'),
          cell: (row) => <EvidenceValue row={row} work={work} />,
        },
        {
          key: 'on',
          header: t('ui.date'),
          kind: 'date',
          cell: (row) => (
            <>
              {formatDate(row.effectiveOn, language)}
              {row.offeredBy !== null && <Small block>{row.offeredBy}</Small>}
            </>
          ),
        },
        {
          key: 'state',
          header: t('programme.evidence_judged'),
          kind: 'state',
          cell: (row) => (
            <>
              <EvidenceState row={row} />
              {row.file === null && mayAdd && (row.state === 'offered' || row.state === 'accepted') && (
                <ButtonLink href={paths.addEvidenceFile(ref, row.id)} size="small" icon="paperclip">
                  {t('programme.add_file.title')}
                </ButtonLink>
              )}
              {row.state === 'offered' && mayJudge && (
                <ButtonLink href={paths.judgeEvidence(ref, row.id)} size="small" icon="shield-check">
                  {t('programme.act.judge_evidence')}
                </ButtonLink>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function EvidenceTitle({ row, workRef }: { row: EvidenceView; workRef: string }) {
  const { t, language } = useWords()
  const { file, recognition } = row
  return (
    <span id={`minh-chung-${row.id}`}>
      {file === null ? row.title : <a href={paths.evidenceFile(workRef, row.id)}>{row.title}</a>}
      <Small block>
        {t(codeKey('programme.evidence_kind', row.kind))}
        {file !== null && ` · ${file.fileName}, ${formatSize(file.sizeBytes, language)}`}
        {file?.addedOn != null &&
          ` · ${t('programme.add_file.added', { date: formatDate(file.addedOn, language) })}`}
      </Small>
      {recognition !== null && (
        <Small block>
          {t('programme.recognition_line', {
            authority: recognition.authority,
            number: recognition.number,
            date: formatDate(recognition.recognisedOn, language),
          })}
          {recognition.validUntil !== null &&
            ` ${t('programme.valid_until', { date: formatDate(recognition.validUntil, language) })}`}
          {recognition.competence !== '' && ` (${recognition.competence})`}
        </Small>
      )}
      {row.note !== '' && <Small block>{row.note}</Small>}
    </span>
  )
}

function EvidenceValue({ row, work }: { row: EvidenceView; work: WorkPage }) {
  const words = useWords()
  const index = work.targets.findIndex(({ target }) => target.id === row.targetId)
  const target = work.targets[index]?.target
  if (target === undefined) return <>–</>
  const value =
    row.recognition === null
      ? readingText(row.reading, target.unit, words)
      : words.t('programme.recognised_quantity', {
          quantity: readingText(decimal(row.recognition.quantity), target.unit, words),
        })
  return (
    <>
      {value}
      <Small block>
        <a href={`#chi-tieu-${index + 1}`}>{words.t('programme.target_number', { number: index + 1 })}</a>
      </Small>
    </>
  )
}

function EvidenceState({ row }: { row: EvidenceView }) {
  const { t, language } = useWords()
  return (
    <>
      {row.state === 'replaced' ? (
        <Badge tone="ended" icon="copy">
          {t('state.replaced')}
        </Badge>
      ) : (
        <EvidenceBadge state={row.state} />
      )}
      {row.decidedOn !== null && (
        <Small block>
          {formatDate(row.decidedOn, language)} · {row.decidedBy ?? ''}
          {row.decidedFor !== null && `, ${t('programme.on_behalf', { body: row.decidedFor })}`}
        </Small>
      )}
      {row.reason !== null && row.reason !== '' && <Small block>{row.reason}</Small>}
    </>
  )
}
