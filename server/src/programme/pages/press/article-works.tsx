import { ButtonLink } from '../../../ui/button.tsx'
import { Panel, Stack } from '../../../ui/panel.tsx'
import { Quote } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { NamedWork } from '../../press/press-works.ts'
import { EntryTable } from './article-facts.tsx'
import type { NamedEntry } from './article-sections.ts'

/** The works that the article names, each with its targets; those that the reader may see lead into the register. */
export function NamedWorks(props: {
  readonly named: readonly NamedEntry[]
  readonly readable: readonly NamedWork[]
  readonly citation: string
}) {
  return (
    <Stack>
      {props.named.map((work) => (
        <NamedWorkPanel
          key={work.id}
          work={work}
          citation={props.citation}
          // The very words are what the two have in common: the facts know no ids of the register.
          workRef={props.readable.find(({ quote }) => quote === work.quote)?.ref}
        />
      ))}
    </Stack>
  )
}

function NamedWorkPanel(props: {
  readonly work: NamedEntry
  readonly citation: string
  readonly workRef: string | undefined
}) {
  const { t } = useWords()
  const { work, workRef } = props
  const said = work.progress === null ? work.targets : [...work.targets, work.progress]
  return (
    <Panel
      id={work.id}
      title={work.text}
      lead={t('programme.named_work')}
      action={
        workRef !== undefined && (
          <ButtonLink href={paths.work(workRef)} size="small" icon="arrow-right">
            {t('programme.open_in_register')}
          </ButtonLink>
        )
      }
    >
      <Stack>
        <Quote source={props.citation}>“{work.quote}”</Quote>
        {said.length > 0 && <EntryTable caption={t('programme.targets')} entries={said} />}
      </Stack>
    </Panel>
  )
}
