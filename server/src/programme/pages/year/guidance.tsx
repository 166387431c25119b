import { page, pageRoute } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Small, Stack } from '../../../ui/panel.tsx'
import { Chain } from '../../../ui/paths.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import { type GuidingDocument, guidanceOfProgramme, listGuidingDocuments } from '../../year/guidance.ts'
import { listProgrammes, listThemes, type ProgrammeRow } from '../../year/list-programmes.ts'
import { documentName, guidanceLevels } from '../guidance-levels.tsx'
import { sections } from '../sections.ts'

interface ProgrammeChain {
  readonly programme: ProgrammeRow
  readonly basis: readonly GuidingDocument[]
  readonly themes: readonly { readonly ord: number; readonly headline: string }[]
}

/** The guiding documents, and the programmes of each year that depend on them. */
export const guidancePage = pageRoute('/can-cu', async (c) => {
  const chains: ProgrammeChain[] = []
  for (const programme of await listProgrammes(c)) {
    const { basis } = await guidanceOfProgramme(c, programme.id)
    const themes = await listThemes(c, programme.year)
    if (basis.length > 0) chains.push({ programme, basis, themes })
  }
  const documents = await listGuidingDocuments(c)
  return page(c.t('programme.guidance'), <GuidanceBody documents={documents} chains={chains} />, {
    section: sections.guidance,
  })
})

function GuidanceBody(props: {
  readonly documents: readonly GuidingDocument[]
  readonly chains: readonly ProgrammeChain[]
}) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        title={t('programme.guidance')}
        lead={t('programme.guidance_lead')}
        actions={
          <ButtonLink href={paths.article()} icon="quote">
            {t('programme.article')}
          </ButtonLink>
        }
      />
      {props.chains.map(({ programme, basis, themes }) => (
        <Panel key={programme.id} title={programme.name} lead={t('programme.guidance_chain')}>
          <Chain
            layout="row"
            levels={[
              ...guidanceLevels(basis, t),
              {
                label: t('programme.programme'),
                nodes: [
                  {
                    key: programme.id,
                    label: programme.name,
                    href: paths.programme(programme.year),
                    note: programme.unitName,
                  },
                ],
              },
              {
                label: t('programme.theme'),
                nodes: themes.map(({ ord, headline }) => ({
                  key: String(ord),
                  label: headline,
                  href: paths.theme(programme.year, ord),
                })),
              },
            ]}
          />
        </Panel>
      ))}
      <DocumentTable documents={props.documents} />
    </Stack>
  )
}

function DocumentTable({ documents }: { documents: readonly GuidingDocument[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('programme.guidance')}
      rows={documents}
      rowKey={(row) => row.id}
      empty={<EmptyState icon="books" title={t('programme.no_guidance')} />}
      columns={[
        {
          key: 'name',
          header: t('programme.document'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={paths.guidingDocument(row.ref)}>{documentName(row)}</a>
              {row.number !== null && <Small block>{row.title}</Small>}
            </>
          ),
        },
        { key: 'issuer', header: t('programme.issuer'), cell: (row) => row.issuerName },
        {
          key: 'on',
          header: t('ui.date'),
          kind: 'date',
          cell: (row) =>
            row.issuedOn === null ? (
              <Small>{t('programme.not_stated')}</Small>
            ) : (
              formatDate(row.issuedOn, language)
            ),
        },
      ]}
    />
  )
}
