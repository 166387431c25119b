import { ButtonLink } from './button.tsx'
import { TextField } from './field.tsx'
import { ActionBar } from './form.tsx'
import { Notice } from './notice.tsx'
import { PageHeader } from './page-header.tsx'
import { Panel, Sheet } from './panel.tsx'
import { useWords } from './words.tsx'

/** A secret that nobody sees again: what it is, how to hand it over, and the way on. */
export function ShownOnce(props: {
  readonly title: string
  readonly lead: string
  /** What becomes of a lost one; by default that another has to be made. */
  readonly help?: string
  readonly label: string
  readonly secret: string
  readonly back: string
}) {
  const { t } = useWords()
  return (
    <Sheet>
      <PageHeader title={props.title} lead={props.lead} />
      <Notice kind="warning" title={t('ui.shown_once')}>
        <p>{props.help ?? t('ui.shown_once_help')}</p>
      </Notice>
      <Panel>
        <TextField name="secret" label={props.label} value={props.secret} readOnly autoFocus />
      </Panel>
      <ActionBar>
        <ButtonLink href={props.back} kind="primary">
          {t('ui.shown_once_done')}
        </ButtonLink>
      </ActionBar>
    </Sheet>
  )
}
