import { Note, Panel } from './panel.tsx'
import { useWords } from './words.tsx'

export interface KeyHelp {
  readonly key: string
  readonly does: string
}

/** The keys of the frame, and a switch: keys that need no Ctrl must be possible to turn off (WCAG 2.1.4). */
export function KeysPanel(props: {
  readonly title: string
  readonly lead: string
  readonly keys: readonly KeyHelp[]
}) {
  const { t } = useWords()
  return (
    <Panel title={props.title}>
      <Note>{props.lead}</Note>
      <dl class="keys">
        {props.keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {/* Hidden until its controller starts: without scripts there are no keys to switch off. */}
      <p
        hidden
        data-controller="keys-switch"
        data-keys-switch-off-value={t('ui.keys_off')}
        data-keys-switch-on-value={t('ui.keys_on')}
      >
        <button
          type="button"
          class="button button-secondary button-small"
          data-action="keys-switch#turn"
          data-keys-switch-target="button"
        >
          {t('ui.keys_off')}
        </button>
      </p>
    </Panel>
  )
}
