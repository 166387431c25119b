import type { Words } from '../../../platform/words.ts'
import { EvidenceBadge } from '../../../ui/badge.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Chain, type ChainLevel, type ChainNode } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { WorkPage } from '../../work/work-page.ts'
import { readingText } from '../goal-words.ts'
import { guidanceLevels } from '../guidance-levels.tsx'

// // The chain shows what a piece of evidence belongs to; all pieces are in their own table.
const proofsShown = 6

/** From the directive down to the proof, each level a link; read upwards it says why. */
export function WorkChain({ work }: { work: WorkPage }) {
  const { t } = useWords()
  return (
    <Panel title={t('programme.chain')} lead={t('programme.chain_lead')}>
      <Chain levels={useLevels(work)} />
    </Panel>
  )
}

function useLevels(work: WorkPage): readonly ChainLevel[] {
  const words = useWords()
  const { t } = words
  const { programme, theme } = work
  const ref = work.code ?? work.id
  return [
    ...guidanceLevels(work.guidance.basis, t),
    {
      label: t('programme.programme'),
      nodes: [
        {
          key: 'programme',
          label: programme.name,
          href: paths.programme(programme.year),
          note: programme.unitName,
        },
      ],
    },
    {
      label: t('programme.theme'),
      none: t('programme.without_theme'),
      nodes:
        theme === null
          ? []
          : [{ key: 'theme', label: theme.headline, href: paths.theme(programme.year, theme.ord) }],
    },
    {
      label: t('programme.work'),
      nodes: [{ key: 'work', label: work.title, href: paths.work(ref), current: true }],
    },
    {
      label: t('programme.targets'),
      none: t('programme.no_targets'),
      nodes: work.targets.map(({ target, assessment }, index) => ({
        key: target.id,
        label: target.measure,
        href: `#chi-tieu-${index + 1}`,
        note: t('programme.confirmed_short', {
          value: readingText(assessment.confirmed, target.unit, words),
        }),
      })),
    },
    { label: t('programme.evidence'), none: noProof(work, t), nodes: proofNodes(work) },
  ]
}

const noProof = (work: WorkPage, t: Words) =>
  t(work.evidence === null ? 'programme.evidence_closed' : 'programme.no_evidence')

function proofNodes(work: WorkPage): readonly ChainNode[] {
  const ref = work.code ?? work.id
  return (work.evidence ?? [])
    .filter(({ state }) => state !== 'replaced')
    .slice(-proofsShown)
    .map(({ id, title, state }) => ({
      key: id,
      label: title,
      href: paths.evidence(ref, id),
      note: state === 'replaced' ? undefined : <EvidenceBadge state={state} />,
    }))
}
