import { sentenceOf } from '../../../platform/http/problem.ts'
import type { Reason } from '../../../platform/refusal.ts'
import type { Words } from '../../../platform/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import type { IconName } from '../../../ui/icons.gen.ts'
import { Note, Panel, Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { WorkActName } from '../../act-on-work.ts'
import type { OpenAct } from '../../work/work-actions.ts'
import type { WorkPage } from '../../work/work-page.ts'

const icons: Readonly<Record<WorkActName, IconName>> = {
  submit: 'send',
  edit: 'pencil',
  withdraw: 'door-exit',
  open_appraisal: 'list-search',
  appraise: 'scale',
  dismiss_duplicate: 'copy',
  decide: 'gavel',
  start: 'player-play',
  report: 'message-2',
  offer_evidence: 'paperclip',
  judge_evidence: 'shield-check',
  report_completion: 'flag-check',
  check_completion: 'eye',
  decide_completion: 'rubber-stamp',
  ask_adjustment: 'calendar-event',
  decide_adjustment: 'calendar-due',
  remind: 'bell',
  suspend: 'player-pause',
  resume: 'player-play',
}

/** The act that comes next on the road, for the head of the page. */
export function NextAct({ actions }: { actions: readonly OpenAct[] }) {
  const { t } = useWords()
  const next = nextOpen(actions)
  if (next === undefined) return null
  return (
    <ButtonLink href={next.href} kind="primary" icon={icons[next.name]}>
      {t(`programme.act.${next.name}`)}
    </ButtonLink>
  )
}

// A judgement that waits comes before what one may do at any time.
const byWeight: readonly WorkActName[] = [
  'decide_completion',
  'check_completion',
  'decide_adjustment',
  'judge_evidence',
  'decide',
  'appraise',
  'open_appraisal',
  'submit',
  'resume',
  'report_completion',
  'report',
  'edit',
]

function nextOpen(actions: readonly OpenAct[]): OpenAct | undefined {
  const open = actions.filter(({ closed }) => closed.length === 0)
  return byWeight.flatMap((name) => open.find((action) => action.name === name) ?? [])[0]
}

/** All acts of the actor's post on the work, those that are closed with what is missing; and who must act now. */
export function ActsPanel({ work, actions }: { work: WorkPage; actions: readonly OpenAct[] }) {
  const words = useWords()
  const { t } = words
  const first = nextOpen(actions)
  return (
    <Panel title={t('programme.acts')}>
      <Stack gap="small">
        <Note>{nextStep(work, words)}</Note>
        {actions.length === 0 && <Note>{t('programme.acts_none')}</Note>}
        {actions
          .filter((action) => action !== first)
          .map((action) => (
            <ButtonLink
              key={action.name}
              href={action.href}
              icon={icons[action.name]}
              closedReason={closedWords(action.closed, t)}
            >
              {t(`programme.act.${action.name}`)}
            </ButtonLink>
          ))}
      </Stack>
    </Panel>
  )
}

/** What stands against an act, as sentences; null where it is open. */
export function closedWords(closed: readonly Reason[], t: Words): string | null {
  return closed.length === 0 ? null : closed.map((reason) => sentenceOf(t, reason)).join(' ')
}

function nextStep(work: WorkPage, { t, language }: ReturnType<typeof useWords>): string {
  const owner = work.owner.holderName ?? work.owner.unitName
  return t(`programme.next.${work.state}`, {
    owner,
    body: work.assignerName ?? work.managingName ?? t('programme.tier_above'),
    date: work.returnBy === null ? '' : formatDate(work.returnBy, language),
  })
}
