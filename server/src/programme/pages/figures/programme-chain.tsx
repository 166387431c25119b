import { Panel } from '../../../ui/panel.tsx'
import { Chain } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ProgrammeSummary } from '../../figures/figures.ts'
import { paths } from '../../paths.ts'
import type { ProgrammeGuidance } from '../../year/guidance.ts'
import { guidanceLevels } from '../guidance-levels.tsx'

/** From the directive to the year's themes: one may walk up to the papers and down to the works. */
export function ProgrammeChain(props: {
  readonly summary: ProgrammeSummary
  readonly guidance: ProgrammeGuidance
}) {
  const { t } = useWords()
  const { programme, themes, filter } = props.summary
  return (
    <Panel title={t('programme.chain')} lead={t('programme.chain_lead')}>
      <Chain
        layout="row"
        levels={[
          ...guidanceLevels(props.guidance.basis, t),
          {
            label: t('programme.programme'),
            nodes: [
              {
                key: programme.id,
                label: programme.name,
                href: paths.programme(programme.year),
                note: programme.unitName,
                current: true,
              },
            ],
          },
          {
            label: t('programme.theme'),
            nodes: themes.flatMap(({ ord, headline }) =>
              headline === null
                ? []
                : [{ key: String(ord), label: headline, href: paths.theme(programme.year, ord, filter) }],
            ),
          },
        ]}
      />
    </Panel>
  )
}
