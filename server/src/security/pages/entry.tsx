import { audit } from '../../platform/audit/audit.ts'
import { page, recordedPageRoute } from '../../platform/http/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DefinitionList, Panel, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { type Fact, factsOf, isChange } from '../facts.ts'
import { recordPath } from '../filter.ts'
import { type EntryView, getEntry } from '../list-entries.ts'
import { addressNames, securityPaths } from '../paths.ts'
import { mayErase } from '../policy.ts'
import type { Recorded } from '../words.ts'
import { actWord, factWord } from '../words.ts'
import { OutcomeBadge, Thing } from './entry-parts.tsx'
import { recordSection } from './record.tsx'

/** One entry with what was done, before and after; reading it is an entry too. */
export const entryPage = (recorded: Recorded) =>
  recordedPageRoute(`${securityPaths.record}/:id`, async (c, { params: { id = '' } }) => {
    const entry = await getEntry(c, recorded, id)
    await audit(c, 'audit.read', { kind: 'audit-entry', id: entry.id }, {}, 'read')
    return page(c.t('security.entry'), <Entry entry={entry} mayErase={mayErase(c)} />, {
      section: recordSection,
    })
  })

function Entry({ entry, mayErase: erases }: { readonly entry: EntryView; readonly mayErase: boolean }) {
  const { t } = useWords()
  const erasable = erases && entry.payload !== null && entry.action !== 'audit.erase'
  return (
    <Stack>
      <PageHeader
        title={actWord(t, entry.action)}
        breadcrumbs={[{ label: t('security.record'), href: securityPaths.record }]}
        actions={
          erasable && (
            <ButtonLink href={`${securityPaths.erase}?${addressNames.entry}=${entry.id}`} icon="trash">
              {t('security.erase')}
            </ButtonLink>
          )
        }
      />
      <Circumstances entry={entry} />
      <Content entry={entry} />
      {entry.objectKind !== null && entry.objectId !== null && (
        <p>
          <a href={recordPath({ object: entry.objectId })}>{t('security.same_object')}</a>
        </p>
      )}
    </Stack>
  )
}

function Circumstances({ entry }: { readonly entry: EntryView }) {
  const { t, language } = useWords()
  const { seq, batch } = entry
  return (
    <Panel>
      <DefinitionList
        items={[
          { term: t('security.when'), description: formatInstant(entry.at, language) },
          { term: t('security.actor'), description: entry.personName ?? t('security.no_actor') },
          { term: t('security.post'), description: entry.postTitle ?? '–' },
          { term: t('security.body'), description: entry.bodyName ?? '–' },
          { term: t('security.object'), description: <Thing entry={entry} /> },
          { term: t('security.outcome'), description: <OutcomeBadge outcome={entry.outcome} /> },
          { term: t('security.source'), description: entry.sourceAddress ?? '–' },
          { term: t('security.request'), description: entry.requestId },
          { term: t('security.id'), description: entry.id },
          {
            term: t('security.seal'),
            description:
              seq === null || batch === null
                ? t('security.not_sealed')
                : t('security.sealed_as', { seq, batch }),
          },
        ]}
      />
    </Panel>
  )
}

function Content({ entry }: { readonly entry: EntryView }) {
  const { t } = useWords()
  if (entry.payload === null)
    return (
      <Notice kind="warning" title={t('security.erased')}>
        <p>{t('security.erased_help')}</p>
        {entry.erasedBy !== null && (
          <p>
            <a href={securityPaths.entry(entry.erasedBy)}>{t('security.open_decision')}</a>
          </p>
        )}
      </Notice>
    )
  const facts = factsOf(entry.payload)
  if (facts.length === 0)
    return (
      <Panel title={t('security.content')}>
        <p>{t('security.no_content')}</p>
      </Panel>
    )
  return (
    <Panel title={t('security.content')} flush>
      <Facts facts={facts} changes={facts.some(isChange)} />
    </Panel>
  )
}

function Facts({ facts, changes }: { readonly facts: readonly Fact[]; readonly changes: boolean }) {
  const { t } = useWords()
  const none = t('security.nothing')
  const path = (key: string) =>
    key === ''
      ? t('security.value')
      : key
          .split('.')
          .map((step) => factWord(t, step))
          .join(' › ')
  return (
    <DataTable
      caption={t('security.content_columns')}
      rows={facts}
      rowKey={(fact) => fact.key}
      columns={[
        { key: 'fact', header: t('security.fact'), kind: 'title', cell: (fact) => path(fact.key) },
        ...(changes
          ? [
              {
                key: 'before',
                header: t('security.before'),
                cell: (fact: Fact) => (isChange(fact) ? (fact.before ?? none) : '–'),
              },
              {
                key: 'after',
                header: t('security.after'),
                cell: (fact: Fact) => (isChange(fact) ? (fact.after ?? none) : fact.value),
              },
            ]
          : [
              {
                key: 'value',
                header: t('security.value'),
                cell: (fact: Fact) => (isChange(fact) ? (fact.after ?? none) : fact.value),
              },
            ]),
      ]}
    />
  )
}
