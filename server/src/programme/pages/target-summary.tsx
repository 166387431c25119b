import { DefinitionList, Panel, Small } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import type { WorkPage } from '../work/work-page.ts'
import { goalText, readingText } from './goal-words.ts'

/** The targets in a side column: what is to be reached, what is claimed, what is confirmed. */
export function TargetSummary({ work }: { work: WorkPage }) {
  const words = useWords()
  const { t } = words
  return (
    <Panel title={t('programme.targets')}>
      <DefinitionList
        items={work.targets.map(({ target, assessment, recognitionBy }, index) => ({
          term: `${index + 1}. ${target.measure}`,
          description: (
            <>
              <b>{goalText(target.goal, target.unit, words)}</b> · {t(`modality.${target.modality}`)}
              {target.recognitionRequired && (
                <Small block>{t('programme.recognised_by', { authority: recognitionBy })}</Small>
              )}
              <Small block>
                {t('ui.confirmed')}: {readingText(assessment.confirmed, target.unit, words)} ·{' '}
                {t('ui.claimed')}: {readingText(assessment.claimed, target.unit, words)}
              </Small>
            </>
          ),
        }))}
      />
    </Panel>
  )
}
