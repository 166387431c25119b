import type { ComponentChildren } from 'preact'
import { Badge } from './badge.tsx'
import { formatNumber } from './format.ts'
import { Figure } from './stat.tsx'
import { DataTable } from './table.tsx'
import { useWords } from './words.tsx'

export interface ReconciledClaim {
  readonly key: string
  /** What is counted, in the words of the claim. */
  readonly label: ComponentChildren
  /** The published total, null where the source states none, and the place where it stands. */
  readonly published: number | null
  readonly publishedHref?: string | undefined
  /** What the register counts by the claim's filter, and the list of exactly these. */
  readonly register: number
  readonly registerHref: string
  readonly note?: ComponentChildren
  /** The reader sees only a part of what is counted, so that the two numbers say nothing of each other. */
  readonly partial?: boolean | undefined
}

/** Published totals next to the register: both numbers, never one corrected by the other, and how far they differ. */
export function Reconciliation({
  caption,
  claimHeader,
  claims,
}: {
  caption: string
  claimHeader: string
  claims: readonly ReconciledClaim[]
}) {
  const { t, language } = useWords()
  return (
    <DataTable
      compact
      caption={caption}
      rows={claims}
      rowKey={(claim) => claim.key}
      columns={[
        {
          key: 'label',
          header: claimHeader,
          cell: (claim) => (
            <>
              {claim.label}
              {claim.note && <small class="small small-block">{claim.note}</small>}
            </>
          ),
        },
        {
          key: 'published',
          header: t('ui.published'),
          kind: 'number',
          cell: (claim) => <Published {...claim} />,
        },
        {
          key: 'register',
          header: t('ui.register'),
          kind: 'number',
          cell: (claim) => <Figure value={claim.register} href={claim.registerHref} />,
        },
        {
          key: 'deviation',
          header: t('ui.comparison'),
          kind: 'state',
          cell: (claim) => (
            <Deviation
              difference={claim.published === null || claim.partial ? null : claim.register - claim.published}
              language={language}
            />
          ),
        },
      ]}
    />
  )
}

function Published({ published, publishedHref }: ReconciledClaim) {
  const { t } = useWords()
  if (published === null) return <span class="small">{t('ui.not_published')}</span>
  return publishedHref ? <Figure value={published} href={publishedHref} /> : <span>{published}</span>
}

function Deviation({ difference, language }: { difference: number | null; language: 'vi' | 'en' }) {
  const { t } = useWords()
  if (difference === null) return <span class="small">–</span>
  if (difference === 0) {
    return (
      <Badge tone="good" icon="equal">
        {t('ui.matches')}
      </Badge>
    )
  }
  return (
    <Badge tone="warn" icon="equal-not">
      {t('ui.deviation', { count: formatNumber(Math.abs(difference), language) })}
    </Badge>
  )
}
