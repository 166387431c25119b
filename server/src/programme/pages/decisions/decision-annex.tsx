import type { Context } from '../../../platform/context.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import {
  Paper,
  type PaperColumn,
  PaperLine,
  PaperMark,
  PaperPart,
  PaperTable,
  PartyHead,
} from '../../../ui/paper.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type DecisionView, getDecision } from '../../decisions/decision-queries.ts'
import { type DecidedWork, decidedWorks, maxAnnexWorks } from '../../decisions/decision-works.ts'
import type { DecidedPart } from '../../filter/decision-address.ts'
import { paths } from '../../paths.ts'
import { useGoals } from './decided-goals.tsx'
import { decisionName } from './decision-name.ts'

interface Annex {
  readonly part: DecidedPart
  readonly rows: readonly DecidedWork[]
}

/** The annex of a decision as it is printed: the works as they stood on its day, as far as the actor may read them. */
export const decisionAnnexPage = pageRoute('/quyet-dinh/:id/phu-luc', async (c, { params }) => {
  const decision = await getDecision(c, params.id ?? '')
  return page(
    c.t('programme.annex_of', { paper: decisionName(decision, c.t) }),
    <AnnexBody decision={decision} annexes={await annexesOf(c, decision)} />,
    { bare: true },
  )
})

// What was decided last on a work says in which annex it stands: one that was approved and assigned is assigned.
const annexOrder = ['assign', 'add', 'approve', 'return', 'reject', 'drop'] as const

async function annexesOf(c: Context, decision: DecisionView): Promise<readonly Annex[]> {
  const { rows } = await decidedWorks(c, decision, {
    part: null,
    asOf: decision.decidedOn,
    limit: maxAnnexWorks,
  })
  const partOf = (row: DecidedWork) => annexOrder.find((part) => row.parts.includes(part))
  return annexOrder
    .map((part) => ({ part, rows: rows.filter((row) => partOf(row) === part) }))
    .filter((annex) => annex.rows.length > 0)
}

function AnnexBody({ decision, annexes }: { decision: DecisionView; annexes: readonly Annex[] }) {
  const { t, language } = useWords()
  const note = t('programme.annex_note', {
    paper: decisionName(decision, t),
    date: formatDate(decision.decidedOn, language),
    issuer: decision.issuerName,
  })
  return (
    <Paper
      bar={
        <ButtonLink href={paths.decision(decision.id)} icon="arrow-left">
          {t('programme.annex_back')}
        </ButtonLink>
      }
    >
      {decision.illustrative && <PaperMark>{t('programme.annex_illustrative')}</PaperMark>}
      {decision.hidden > 0 && (
        <PaperMark>{t('programme.annex_extract', { count: decision.hidden })}</PaperMark>
      )}
      {decision.format === 'party' && <PartyHead issuer={decision.issuerName} />}
      {annexes.length === 0 && <PaperLine>{t('programme.decision_no_works_text')}</PaperLine>}
      {annexes.map((annex, index) => (
        <PaperPart
          key={annex.part}
          kicker={annexes.length === 1 ? t('programme.annex') : `${t('programme.annex')} ${roman[index]}`}
          title={t(`programme.annex_title.${annex.part}`, { year: decision.year })}
          note={note}
        >
          <AnnexTable annex={annex} />
          <PaperLine>{t('programme.annex_count', { count: annex.rows.length })}</PaperLine>
        </PaperPart>
      ))}
    </Paper>
  )
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const

function AnnexTable({ annex }: { annex: Annex }) {
  const { t } = useWords()
  const promised = useColumnsOfPromise()
  const refused = useColumnsOfRefusal()
  const isRefused = annex.part === 'return' || annex.part === 'reject' || annex.part === 'drop'
  const columns: readonly PaperColumn<DecidedWork>[] = [
    { key: 'row', header: t('programme.annex_row'), kind: 'number', cell: (_row, index) => index + 1 },
    { key: 'code', header: t('programme.code'), kind: 'code', cell: (row) => row.code },
    {
      key: 'owner',
      header: t('programme.annex_owner'),
      kind: 'name',
      cell: ({ owner }) =>
        [owner.holderName, owner.postTitle, owner.unitName].filter((part) => part !== null).join(', '),
    },
    { key: 'title', header: t('programme.annex_work'), kind: 'text', cell: (row) => row.title },
    ...(isRefused ? refused(annex.part === 'return') : promised),
  ]
  return (
    <PaperTable
      caption={t('programme.decision_works')}
      columns={columns}
      rows={annex.rows}
      rowKey={(row) => row.id}
    />
  )
}

function useColumnsOfPromise(): readonly PaperColumn<DecidedWork>[] {
  const { t, language } = useWords()
  const say = useGoals()
  return [
    {
      key: 'targets',
      header: t('programme.targets'),
      kind: 'text',
      cell: (row) => say(row.targets).map((line) => <p key={line}>{line}</p>),
    },
    {
      key: 'due',
      header: t('programme.annex_due'),
      kind: 'date',
      cell: (row) => row.dueOn && formatDate(row.dueOn, language),
    },
  ]
}

function useColumnsOfRefusal(): (isReturned: boolean) => readonly PaperColumn<DecidedWork>[] {
  const { t, language } = useWords()
  return (isReturned) => [
    { key: 'reason', header: t('programme.fact.reason'), kind: 'text', cell: (row) => row.reason },
    ...(isReturned
      ? [
          {
            key: 'by',
            header: t('programme.annex_return_by'),
            kind: 'date' as const,
            cell: (row: DecidedWork) => row.returnBy && formatDate(row.returnBy, language),
          },
        ]
      : []),
  ]
}
