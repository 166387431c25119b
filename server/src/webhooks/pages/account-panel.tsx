import type { Panel as PagePanel } from '../../platform/slices/panels.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { webhookPaths } from '../paths.ts'

/** The way from the page of one's account. */
export const webhooksPanel: PagePanel<null> = {
  order: 10,
  load: async () => <WebhooksPanel />,
}

function WebhooksPanel() {
  const { t } = useWords()
  return (
    <Panel title={t('webhooks.title')}>
      <ButtonLink href={webhookPaths.webhooks} icon="send">
        {t('webhooks.open')}
      </ButtonLink>
    </Panel>
  )
}
