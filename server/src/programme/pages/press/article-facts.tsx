import type { ComponentChildren } from 'preact'
import { Badge } from '../../../ui/badge.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Panel, Small } from '../../../ui/panel.tsx'
import { Figure } from '../../../ui/stat.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ClaimView } from '../../figures/claims.ts'
import { paths } from '../../paths.ts'
import type { PressFactRow } from '../../press/press-facts.ts'
import type { GuidingDocument } from '../../year/guidance.ts'
import { documentName } from '../guidance-levels.tsx'
import type { Entry } from './article-sections.ts'

/** Facts in rows: what is said, in which words, and where it stands here. Each can be linked to by its name. */
export function FactTable<Row>(props: {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly anchor: (row: Row) => string
  readonly what: (row: Row) => ComponentChildren
  readonly quote: (row: Row) => string
  readonly here?: ((row: Row) => ComponentChildren) | undefined
}) {
  const { t } = useWords()
  const { here } = props
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={props.anchor}
      columns={[
        {
          key: 'what',
          header: t('programme.fact'),
          kind: 'title',
          cell: (row) => <span id={props.anchor(row)}>{props.what(row)}</span>,
        },
        {
          key: 'quote',
          header: t('programme.very_words'),
          cell: (row) => (props.quote(row) === '' ? '' : `“${props.quote(row)}”`),
        },
        ...(here === undefined
          ? []
          : [{ key: 'here', header: t('programme.in_register'), cell: (row: Row) => here(row) }]),
      ]}
    />
  )
}

/** The papers that the article says the programme carries out. */
export function DocumentsPanel({ documents }: { documents: readonly GuidingDocument[] }) {
  const { t } = useWords()
  if (documents.length === 0) return null
  return (
    <Panel title={t('programme.guidance')} flush>
      <FactTable
        caption={t('programme.guidance')}
        rows={documents}
        anchor={(row) => row.ref}
        what={(row) => row.title}
        quote={(row) => row.sourceQuote ?? ''}
        here={(row) => <a href={paths.guidingDocument(row.ref)}>{documentName(row)}</a>}
      />
    </Panel>
  )
}

/** The totals that it prints, each next to the number of the register. */
export function ClaimsOfArticle({ claims }: { claims: readonly ClaimView[] }) {
  const { t } = useWords()
  if (claims.length === 0) return null
  return (
    <Panel title={t('programme.claims')} lead={t('programme.claims_lead')} flush>
      <FactTable
        caption={t('programme.claims')}
        rows={claims}
        anchor={(row) => row.ref}
        what={(row) => (
          <>
            {row.label}: {row.published ?? t('ui.not_published')}
            {row.statedBy !== null && <Small block>{row.statedBy}</Small>}
          </>
        )}
        quote={(row) => row.sourceQuote}
        here={(row) => (
          <>
            <Figure value={row.register} href={paths.works(row.filter)} /> <Verdict claim={row} />
            {row.assumption !== null && <Small block>{row.assumption}</Small>}
          </>
        )}
      />
    </Panel>
  )
}

/** How the register's number stands to the published one. */
function Verdict({ claim }: { claim: ClaimView }) {
  const { t, language } = useWords()
  switch (claim.verdict) {
    case 'agrees':
      return (
        <Badge tone="good" icon="equal">
          {t('claim.agrees')}
        </Badge>
      )
    case 'differs':
      return (
        <Badge tone="warn" icon="equal-not">
          {t('claim.differs', { count: formatNumber(Math.abs(claim.deviation ?? 0), language) })}
        </Badge>
      )
    case 'partial':
      return <Small block>{t('programme.claim_partial')}</Small>
    default:
      return null
  }
}

/** The facts of some kinds. */
export function FactsPanel(props: {
  readonly title: string
  readonly lead?: string | undefined
  readonly facts: readonly PressFactRow[]
  readonly kind: PressFactRow['kind']
}) {
  const rows = props.facts.filter(({ kind }) => kind === props.kind)
  if (rows.length === 0) return null
  return (
    <Panel title={props.title} lead={props.lead} flush>
      <FactTable
        caption={props.title}
        rows={rows}
        anchor={(row) => row.ref}
        what={(row) => row.text}
        quote={(row) => row.quote}
        here={rows.every(isNowhere) ? undefined : (row) => <Where fact={row} />}
      />
    </Panel>
  )
}

const isNowhere = ({ work, unit }: PressFactRow) => work === null && unit === null

function Where({ fact }: { fact: PressFactRow }) {
  const { t } = useWords()
  return (
    <>
      {fact.work !== null && (
        <>
          {fact.isBackground && `${t('programme.background_of')} `}
          <a href={paths.work(fact.work.ref)}>{fact.work.title}</a>
        </>
      )}
      {fact.unit !== null && <Small block>{fact.unit.name}</Small>}
    </>
  )
}

/** What has no row of its own in the register. */
export function EntriesPanel({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <Panel title={title} flush>
      <EntryTable caption={title} entries={entries} />
    </Panel>
  )
}

export function EntryTable({ caption, entries }: { caption: string; entries: readonly Entry[] }) {
  return (
    <FactTable
      caption={caption}
      rows={entries}
      anchor={(row) => row.id}
      what={(row) => (
        <>
          {row.text}
          {row.note !== '' && <Small block>{row.note}</Small>}
        </>
      )}
      quote={(row) => row.quote}
    />
  )
}
