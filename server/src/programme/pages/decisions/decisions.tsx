import { page, pageRoute } from '../../../platform/http/route.ts'
import { IllustrativeTag } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { formatDate } from '../../../ui/format.ts'
import { FilterBar, Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small, Stack } from '../../../ui/panel.tsx'
import { Figure } from '../../../ui/stat.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type DecisionRow, type DecisionsPage, listDecisions } from '../../decisions/decision-queries.ts'
import { decidedParts, readDecisionsAddress } from '../../filter/decision-address.ts'
import { addressNames } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { mayDecide } from '../../rights.ts'
import { listProgrammes } from '../../year/list-programmes.ts'
import { sections } from '../sections.ts'
import { decisionName, needsIllustrativeTag } from './decision-name.ts'

interface Shown {
  readonly list: DecisionsPage
  readonly year: number | null
  readonly cursor: string | null
  readonly years: readonly number[]
  readonly mayDecide: boolean
}

/** The collective decisions, the latest first, each with how many works it decided on and how. */
export const decisionsPage = pageRoute('/quyet-dinh', async (c, { query }) => {
  const address = readDecisionsAddress(query)
  const shown: Shown = {
    ...address,
    list: await listDecisions(c, address),
    years: (await listProgrammes(c)).map(({ year }) => year),
    mayDecide: mayDecide(c),
  }
  return page(c.t('programme.decisions'), <DecisionsBody {...shown} />, { section: sections.decisions })
})

function DecisionsBody(props: Shown) {
  const { t } = useWords()
  const { list, year, cursor } = props
  return (
    <Stack>
      <PageHeader
        title={t('programme.decisions')}
        lead={t('programme.decisions_lead')}
        actions={props.mayDecide && <RecordLink />}
      />
      <FilterBar action={paths.decisions()} clearHref={year === null ? undefined : paths.decisions()}>
        <Select
          name={addressNames.year}
          label={t('programme.year')}
          value={year === null ? '' : String(year)}
          empty={t('programme.every_year')}
          options={props.years.map((one) => ({ value: String(one), label: String(one) }))}
          width="half"
          optional
        />
      </FilterBar>
      <DecisionsTable {...props} />
      {list.total > 0 && (
        <Pagination
          total={list.total}
          nextHref={list.next === null ? undefined : paths.decisions(year, list.next)}
          firstHref={cursor === null ? undefined : paths.decisions(year)}
        />
      )}
    </Stack>
  )
}

function RecordLink() {
  const { t } = useWords()
  return (
    <ButtonLink href={paths.recordDecision()} kind="primary" icon="plus">
      {t('programme.act.decide')}
    </ButtonLink>
  )
}

function DecisionsTable({ list, mayDecide }: Shown) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('programme.decisions')}
      rows={list.rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="gavel" title={t('programme.no_decisions')} action={mayDecide && <RecordLink />}>
          {t('programme.no_decisions_seen')}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          header: t('programme.decision'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={paths.decision(row.id)}>{decisionName(row, t)}</a>
              <Small block>
                {row.title} {needsIllustrativeTag(row) && <IllustrativeTag />}
              </Small>
            </>
          ),
        },
        { key: 'issuer', header: t('programme.issuer'), cell: (row) => row.issuerName },
        { key: 'on', header: t('ui.date'), kind: 'date', cell: (row) => formatDate(row.decidedOn, language) },
        {
          key: 'works',
          header: t('programme.works_count'),
          kind: 'number',
          cell: (row) => <Figure value={row.works} href={paths.decision(row.id)} />,
        },
        { key: 'decided', header: t('programme.decided'), cell: (row) => <Parts row={row} /> },
      ]}
    />
  )
}

/** How many were assigned, returned …: each figure opens exactly those. What holds of all is said once. */
function Parts({ row }: { row: DecisionRow }) {
  const { t } = useWords()
  const said = decidedParts.filter((part) => row.parts[part] > 0)
  const [only] = said
  return (
    <>
      {said.length === 1 && only !== undefined && row.parts[only] === row.works
        ? t(`action.${only}`)
        : said.map((part, index) => (
            <span key={part}>
              {index > 0 && ' · '}
              <Figure value={row.parts[part]} href={paths.decision(row.id, { part })} />
              {`\u00a0${t(`action.${part}`)}`}
            </span>
          ))}
      {row.hidden > 0 && <Small block>{t('programme.decision_hidden_short', { count: row.hidden })}</Small>}
    </>
  )
}
