import { codeKey } from '../../../platform/message-key.ts'
import { Note, Panel, Stack } from '../../../ui/panel.tsx'
import { Quote } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { WorkPage } from '../../work/work-page.ts'

/** What the article says around the work: activities, captions, the figures of the year before. Never its result. */
export function WorkPress({ work }: { work: WorkPage }) {
  const { t } = useWords()
  if (work.pressFacts.length === 0 || work.source === null) return null
  const { citation } = work.source
  return (
    <Panel title={t('programme.press_of_work')} lead={t('programme.press_of_work_lead')}>
      <Stack>
        {work.pressFacts.map((fact) => (
          <div key={fact.ref}>
            <Note>
              {t(codeKey('programme.press', fact.kind))}
              {fact.kind === 'indicator' && ` · ${fact.text}`}
            </Note>
            <Quote source={citation} href={`${paths.article()}#${fact.ref}`}>
              “{fact.quote}”
            </Quote>
          </div>
        ))}
      </Stack>
    </Panel>
  )
}
