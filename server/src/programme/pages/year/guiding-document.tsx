import { page, pageRoute } from '../../../platform/http/route.ts'
import { formatDate } from '../../../ui/format.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Columns, DefinitionList, Panel, Stack } from '../../../ui/panel.tsx'
import { Chain, type ChainLevel, Quote } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import { listPressSources } from '../../press/press-facts.ts'
import { type GuidingDocument, type GuidingDocumentPage, getGuidingDocument } from '../../year/guidance.ts'
import { documentName } from '../guidance-levels.tsx'
import { sections } from '../sections.ts'

/** One paper of the guidance, with what stands before it and what follows from it. */
export const guidingDocumentPage = pageRoute('/can-cu/:ref', async (c, { params }) => {
  const found = await getGuidingDocument(c, params.ref ?? '')
  const sources = await listPressSources(c)
  const citation = sources.find(({ id }) => id === found.document.sourceId)?.citation ?? null
  const title = documentName(found.document)
  return page(title, <DocumentBody found={found} citation={citation} />, { section: sections.guidance })
})

function DocumentBody({ found, citation }: { found: GuidingDocumentPage; citation: string | null }) {
  const { t, language } = useWords()
  const { document } = found
  return (
    <>
      <PageHeader
        title={documentName(document)}
        lead={document.number === null ? undefined : document.title}
        breadcrumbs={[{ label: t('programme.guidance'), href: paths.guidance() }]}
      />
      <Columns>
        <Panel>
          <Stack>
            {citation !== null && document.sourceQuote !== null && (
              <Quote source={citation} href={paths.article()}>
                “{document.sourceQuote}”
              </Quote>
            )}
            <DefinitionList
              items={[
                { term: t('programme.kind'), description: document.kind },
                {
                  term: t('programme.number'),
                  description: document.number ?? t('programme.not_stated'),
                },
                { term: t('programme.issuer'), description: document.issuerName },
                {
                  term: t('ui.date'),
                  description:
                    document.issuedOn === null
                      ? t('programme.not_stated')
                      : formatDate(document.issuedOn, language),
                },
              ]}
            />
          </Stack>
        </Panel>
        <Panel title={t('programme.chain')} lead={t('programme.chain_lead')}>
          <Chain levels={useLevels(found)} />
        </Panel>
      </Columns>
    </>
  )
}

function useLevels({
  document,
  continues,
  continuedBy,
  programmes,
}: GuidingDocumentPage): readonly ChainLevel[] {
  const { t } = useWords()
  const node = (one: GuidingDocument) => ({
    key: one.id,
    label: documentName(one),
    href: paths.guidingDocument(one.ref),
    note: one.issuerName,
    current: one.id === document.id,
  })
  return [
    ...(continues === null ? [] : [{ label: t('programme.continues_paper'), nodes: [node(continues)] }]),
    { label: t('programme.this_paper'), nodes: [node(document)] },
    ...(continuedBy.length === 0
      ? []
      : [{ label: t('programme.continued_by'), nodes: continuedBy.map(node) }]),
    {
      label: t('programme.programme'),
      none: t('programme.no_programme_rests'),
      nodes: programmes.map(({ year, name, unitName, role }) => ({
        key: String(year),
        label: name,
        href: paths.programme(year),
        note: `${unitName} · ${t(`programme.role.${role}`)}`,
      })),
    },
  ]
}
