import { page, pageRoute, type Route } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { organisationPaths as paths } from '../paths.ts'
import { type HoldingView, personPosts } from '../people/holding-queries.ts'
import { getPerson, type PersonView } from '../people/person-queries.ts'
import { mayCorrectPersons } from '../policy.ts'
import { type Citation, InventedTag, SourceQuote, section, useSpan } from './looks.tsx'
import type { DirectoryParts } from './unit.tsx'
import { dayOf } from './units-address.ts'

/** What a person holds and has held, as papers say it: public facts alone. */
export const personPage = (parts: DirectoryParts): Route =>
  pageRoute('/nguoi/:id', async (c, { params: { id = '' }, query }) => {
    if (!isId(id)) throw notFound('person')
    const on = dayOf(query, c.today)
    const person = await getPerson(c, id)
    const held = await personPosts(c, id, on)
    const citation = person.sourceQuote === null ? null : await parts.citation(c)
    const mayCorrect = (await mayCorrectPersons(c, [person.id])).has(person.id)
    return page(
      person.fullName,
      <PersonBody person={person} held={held} citation={citation} mayCorrect={mayCorrect} />,
      { section },
    )
  })

function PersonBody(props: {
  readonly person: PersonView
  readonly held: readonly HoldingView[]
  readonly citation: Citation | null
  readonly mayCorrect: boolean
}) {
  const { t } = useWords()
  const { person, held, citation } = props
  const now = held.filter(({ active }) => active)
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[
          { label: t('organisation.directory'), href: paths.units() },
          { label: t('organisation.persons_tab'), href: paths.persons() },
        ]}
        kicker={t('organisation.person')}
        title={person.fullName}
        lead={now.map(({ postTitle, unitName }) => `${postTitle}, ${unitName}`).join(' · ') || undefined}
        actions={
          props.mayCorrect && (
            <ButtonLink href={paths.correctPerson(person.id)} icon="pencil">
              {t('organisation.correct_person')}
            </ButtonLink>
          )
        }
        badges={<InventedTag name={person.fullName} illustrative={person.illustrative} />}
      />
      <Panel flush title={t('organisation.holdings')} lead={t('organisation.holdings_lead')}>
        <HoldingsTable held={held} />
      </Panel>
      {person.sourceQuote !== null && (
        <Panel title={t('organisation.quoted')}>
          <SourceQuote quote={person.sourceQuote} citation={citation} />
        </Panel>
      )}
    </Stack>
  )
}

function HoldingsTable({ held }: { readonly held: readonly HoldingView[] }) {
  const { t } = useWords()
  const span = useSpan()
  return (
    <DataTable
      caption={t('organisation.holdings')}
      rows={held}
      rowKey={(one) => one.holdingId}
      empty={
        <EmptyState icon="id-badge-2" title={t('organisation.no_holdings')}>
          {t('organisation.no_holdings_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'post',
          header: t('organisation.post'),
          kind: 'title',
          cell: (one) => (
            <>
              {one.postTitle}
              <Small block>
                <a href={paths.unit(one.unitCode)}>{one.unitName}</a>
              </Small>
            </>
          ),
        },
        { key: 'span', header: t('organisation.held'), cell: (one) => span(one.fromOn, one.toOn) },
        {
          key: 'capacity',
          header: t('organisation.capacity'),
          cell: (one) => t(`organisation.capacity.${one.capacity}`),
        },
        {
          key: 'managed',
          header: t('organisation.managed_by'),
          cell: (one) =>
            one.managingUnitCode === null ? (
              <Small>{t('organisation.not_recorded')}</Small>
            ) : (
              <a href={paths.unit(one.managingUnitCode)}>{one.managingUnitName}</a>
            ),
        },
        {
          key: 'document',
          header: t('organisation.document'),
          cell: (one) => one.document ?? <Small>{t('organisation.not_recorded')}</Small>,
        },
        {
          key: 'active',
          header: t('organisation.standing'),
          kind: 'state',
          cell: (one) =>
            one.active ? (
              <Badge tone="active" icon="circle-check">
                {t('organisation.held_now')}
              </Badge>
            ) : (
              <Badge tone="ended" icon="history">
                {t('organisation.held_before')}
              </Badge>
            ),
        },
      ]}
    />
  )
}
