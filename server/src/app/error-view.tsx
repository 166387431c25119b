import type { Language } from '../platform/context.ts'
import { page } from '../platform/http/route.ts'
import type { ShownProblem } from '../platform/http/system.ts'
import type { PageView } from '../platform/http/view.ts'
import { codeKey } from '../platform/message-key.ts'
import type { Words } from '../platform/words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ActionBar } from '../ui/form.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel, Prose, Sheet, Stack } from '../ui/panel.tsx'
import { words } from './catalogues.ts'

/** The page of an error: what happened, what to do, and a number to quote. */
export function errorView({ language }: { readonly language: Language }, problem: ShownProblem): PageView {
  const t = words(language)
  const isStop = problem.code === 'secret_mark_stopped'
  const title = isStop ? t('app.stopped.title') : t(codeKey('http', problem.status))
  return page(
    title,
    <Sheet>
      <PageHeader title={title} />
      <Stack>
        {problem.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isStop ? <StopAdvice t={t} /> : null}
      </Stack>
      <ActionBar note={`${t('app.error_number')}: ${problem.requestId}`}>
        <ButtonLink href="/" kind="primary">
          {t('app.my_work')}
        </ButtonLink>
      </ActionBar>
    </Sheet>,
    { status: problem.status, alone: true },
  )
}

/** What to do now, in order. Nothing of what was sent is said again. */
function StopAdvice({ t }: { readonly t: Words }) {
  const steps = ['close', 'tell', 'register', 'mistaken'] as const
  return (
    <Panel title={t('app.stopped.todo')}>
      <Prose>
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(`app.stopped.${step}`)}</li>
          ))}
        </ol>
        <p>{t('app.stopped.kept')}</p>
      </Prose>
    </Panel>
  )
}
