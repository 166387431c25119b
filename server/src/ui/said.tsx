import type { ComponentChildren } from 'preact'

/** What one person said, with name, body and time; or that it was taken back. */
export function Said(props: {
  readonly id: string
  readonly name: string
  readonly body: string | null
  readonly when: string
  /** Null where it was taken back; `withdrawn` then says so. */
  readonly text: string | null
  readonly withdrawn: string
  readonly named?: string | undefined
  readonly act?: ComponentChildren
}) {
  const { text } = props
  return (
    <li class="said" id={props.id}>
      <p class="said-who">
        <b>{props.name}</b>
        {props.body !== null && <span class="hint">{props.body}</span>}
        <span class="hint number">{props.when}</span>
      </p>
      {text === null ? (
        <p class="hint">{props.withdrawn}</p>
      ) : (
        <div class="said-text">
          {text.split(/\n+/).map((line, index) => (
            <p key={String(index)}>{line}</p>
          ))}
        </div>
      )}
      {(props.named !== undefined || props.act !== undefined) && (
        <p class="said-foot hint">
          <span>{props.named}</span>
          {props.act}
        </p>
      )}
    </li>
  )
}
