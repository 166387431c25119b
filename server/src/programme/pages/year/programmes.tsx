import { page, pageRoute } from '../../../platform/http/route.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small } from '../../../ui/panel.tsx'
import { Figure } from '../../../ui/stat.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { allWorks, type WorkFilter } from '../../filter/filter.ts'
import { countWorks } from '../../lists/list-works.ts'
import { paths } from '../../paths.ts'
import { mayAdminister } from '../../rights.ts'
import { listProgrammes, type ProgrammeRow } from '../../year/list-programmes.ts'
import { sections } from '../sections.ts'

interface Counted {
  readonly count: number
  readonly filter: WorkFilter
}

type Row = ProgrammeRow & { readonly registered: Counted; readonly assigned: Counted }

/** The years, each with what stands in its register today. */
export const programmesPage = pageRoute('/chuong-trinh', async (c) => {
  const rows: Row[] = []
  for (const programme of await listProgrammes(c)) {
    const count = async (standing: 'registered' | 'assigned'): Promise<Counted> => {
      const filter = { ...allWorks(programme.year, c.today), standing }
      return { filter, count: await countWorks(c, filter) }
    }
    rows.push({ ...programme, registered: await count('registered'), assigned: await count('assigned') })
  }
  return page(c.t('programme.programmes'), <ProgrammeList rows={rows} mayOpen={mayAdminister(c)} />, {
    section: sections.overview,
  })
})

function ProgrammeList({ rows, mayOpen }: { rows: readonly Row[]; mayOpen: boolean }) {
  const { t } = useWords()
  return (
    <>
      <PageHeader title={t('programme.programmes')} lead={t('programme.programmes_lead')} />
      <DataTable
        caption={t('programme.programmes')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t('programme.no_programme')}
            action={
              mayOpen && (
                <ButtonLink href={paths.openProgramme()} kind="primary">
                  {t('programme.open_year.title')}
                </ButtonLink>
              )
            }
          >
            {t('programme.no_programme_text')}
          </EmptyState>
        }
        columns={[
          { key: 'year', header: t('programme.year'), kind: 'code', cell: (row) => row.year },
          {
            key: 'name',
            header: t('programme.programme'),
            kind: 'title',
            cell: (row) => (
              <>
                <a href={paths.programme(row.year)}>{row.name}</a>
                <Small block>{row.unitName}</Small>
              </>
            ),
          },
          {
            key: 'registered',
            header: t('programme.figure.registered'),
            kind: 'number',
            cell: ({ registered }) => (
              <Figure value={registered.count} href={paths.works(registered.filter)} />
            ),
          },
          {
            key: 'assigned',
            header: t('programme.figure.assigned'),
            kind: 'number',
            cell: ({ assigned }) => <Figure value={assigned.count} href={paths.works(assigned.filter)} />,
          },
          {
            key: 'status',
            header: t('programme.status'),
            kind: 'state',
            cell: (row) =>
              row.status === 'open' ? (
                <Badge tone="active" icon="progress">
                  {t('programme.status.open')}
                </Badge>
              ) : (
                <Badge tone="ended" icon="lock">
                  {t('programme.status.closed')}
                </Badge>
              ),
          },
        ]}
      />
    </>
  )
}
