import { page, pageRoute } from '../../../platform/http/route.ts'
import { IllustrativeTag, StateBadge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate, formatSize } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { DefinitionList, Panel, Small, Stack, Tabs } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type DecisionView, getDecision } from '../../decisions/decision-queries.ts'
import { type DecidedWork, type DecidedWorks, decidedWorks } from '../../decisions/decision-works.ts'
import { type DecidedPart, decidedParts, readDecisionAddress } from '../../filter/decision-address.ts'
import { paths } from '../../paths.ts'
import { sections } from '../sections.ts'
import { useGoals } from './decided-goals.tsx'
import { decisionName, needsIllustrativeTag } from './decision-name.ts'

interface Shown {
  readonly decision: DecisionView
  readonly works: DecidedWorks
  readonly part: DecidedPart | null
  readonly cursor: string | null
}

const worksAPage = 50

/** One decision of a body: its paper, and what it says of each work that the actor may see. */
export const decisionPage = pageRoute('/quyet-dinh/:id', async (c, { params, query }) => {
  const address = readDecisionAddress(query)
  const decision = await getDecision(c, params.id ?? '')
  const works = await decidedWorks(c, decision, { ...address, asOf: c.today, limit: worksAPage })
  return page(decisionName(decision, c.t), <DecisionBody decision={decision} works={works} {...address} />, {
    section: sections.decisions,
  })
})

function DecisionBody(props: Shown) {
  const { t } = useWords()
  const { decision } = props
  return (
    <Stack>
      <PageHeader
        kicker={decision.issuerName}
        title={decisionName(decision, t)}
        badges={needsIllustrativeTag(decision) && <IllustrativeTag />}
        lead={decision.title}
        breadcrumbs={[{ label: t('programme.decisions'), href: paths.decisions() }]}
        actions={<Actions decision={decision} />}
      />
      <Paper decision={decision} />
      {decision.hidden > 0 && (
        <Notice kind="info">
          <p>{t('programme.decision_hidden', { count: decision.hidden })}</p>
        </Notice>
      )}
      <Works {...props} />
    </Stack>
  )
}

function Actions({ decision }: { decision: DecisionView }) {
  const { t } = useWords()
  return (
    <>
      {decision.file !== null && (
        <ButtonLink
          href={paths.decisionFile(decision.id)}
          icon="download"
          download
          closedReason={decision.mayOpenFile ? null : t('programme.decision_file_closed')}
        >
          {t('programme.decision_download')}
        </ButtonLink>
      )}
      {decision.file === null && decision.mayAddFile && (
        <ButtonLink href={paths.addDecisionFile(decision.id)} icon="paperclip">
          {t('programme.add_file.title')}
        </ButtonLink>
      )}
      {decision.works > 0 && (
        <ButtonLink href={paths.decisionAnnex(decision.id)} icon="printer" kind="primary">
          {t('programme.decision_annex')}
        </ButtonLink>
      )}
    </>
  )
}

function Paper({ decision }: { decision: DecisionView }) {
  const { t, language } = useWords()
  const { file } = decision
  return (
    <Panel title={t('programme.decision_paper')}>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('programme.decision_number'), description: decision.number },
          { term: t('programme.decided_on'), description: formatDate(decision.decidedOn, language) },
          { term: t('programme.issuer'), description: decision.issuerName },
          { term: t('programme.decision_format'), description: t(`programme.format.${decision.format}`) },
          {
            term: t('programme.programme'),
            description: (
              <a href={paths.programme(decision.year)}>
                {t('programme.programme_of', { year: decision.year })}
              </a>
            ),
          },
          {
            term: t('programme.decision_file'),
            description:
              file === null
                ? t('programme.decision_no_file')
                : `${file.fileName} (${formatSize(file.sizeBytes, language)})`,
          },
        ]}
      />
    </Panel>
  )
}

function Works({ decision, works, part, cursor }: Shown) {
  const { t } = useWords()
  const { id, parts } = decision
  const open = decidedParts.filter((one) => parts[one] > 0 || one === part)
  return (
    <>
      <Tabs
        label={t('programme.decision_parts')}
        tabs={[
          {
            label: t('programme.all'),
            count: decision.works,
            href: paths.decision(id),
            current: part === null,
          },
          ...open.map((one) => ({
            label: t(`programme.part.${one}`),
            count: parts[one],
            href: paths.decision(id, { part: one }),
            current: part === one,
          })),
        ]}
      />
      <WorksOfDecision decision={decision} rows={works.rows} />
      {decision.works > 0 && (
        <Pagination
          total={part === null ? decision.works : parts[part]}
          nextHref={works.next === null ? undefined : paths.decision(id, { part, cursor: works.next })}
          firstHref={cursor === null ? undefined : paths.decision(id, { part })}
        />
      )}
    </>
  )
}

function WorksOfDecision({ decision, rows }: { decision: DecisionView; rows: readonly DecidedWork[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('programme.decision_works')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="eye" title={t('programme.decision_no_works')}>
          {t('programme.decision_no_works_text')}
        </EmptyState>
      }
      columns={[
        { key: 'code', header: t('programme.code'), kind: 'code', cell: (row) => row.code ?? '–' },
        {
          key: 'title',
          header: t('programme.work'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={paths.work(row.ref)}>{row.title}</a>
              <Goals row={row} />
            </>
          ),
        },
        { key: 'owner', header: t('programme.owner'), cell: (row) => <Owner row={row} /> },
        // What was decided on all alike stands above the table.
        ...(isUniform(decision)
          ? []
          : [
              {
                key: 'decided',
                header: t('programme.decided'),
                cell: (row: DecidedWork) => <Decided row={row} />,
              },
            ]),
        {
          key: 'due',
          header: t('programme.fact.due_on'),
          kind: 'date',
          cell: (row) => (row.dueOn === null ? '–' : formatDate(row.dueOn, language)),
        },
        {
          key: 'state',
          header: t('programme.state_today'),
          kind: 'state',
          cell: (row) => <StateBadge state={row.state} />,
        },
      ]}
    />
  )
}

/** One thing was decided on every work, and nothing is to be said about it. */
function isUniform({ parts, works }: DecisionView): boolean {
  return (['assign', 'approve'] as const).some((part) => parts[part] === works) && said(parts).length === 1
}

const said = (parts: DecisionView['parts']) => decidedParts.filter((part) => parts[part] > 0)

function Goals({ row }: { row: DecidedWork }) {
  const say = useGoals()
  return (
    <>
      {say(row.targets).map((line) => (
        <Small key={line} block>
          {row.targets.length > 1 ? `– ${line}` : line}
        </Small>
      ))}
      {row.illustrative && !row.title.includes('minh hoạ') && (
        <Small block>
          <IllustrativeTag />
        </Small>
      )}
    </>
  )
}

function Owner({ row }: { row: DecidedWork }) {
  const { holderName, postTitle, unitName } = row.owner
  return (
    <>
      {holderName ?? unitName}
      {holderName !== null && (
        <Small block>{[postTitle, unitName].filter((part) => part !== null).join(', ')}</Small>
      )}
    </>
  )
}

function Decided({ row }: { row: DecidedWork }) {
  const { t, language } = useWords()
  return (
    <>
      {row.parts.map((part) => t(`action.${part}`)).join(', ')}
      {row.reason !== null && <Small block>{row.reason}</Small>}
      {row.returnBy !== null && (
        <Small block>{t('programme.return_by', { date: formatDate(row.returnBy, language) })}</Small>
      )}
    </>
  )
}
