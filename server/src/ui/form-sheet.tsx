import type { ComponentChildren } from 'preact'
import { Button, type ButtonKind, ButtonLink } from './button.tsx'
import { ActionBar, Form, type FormProps } from './form.tsx'
import type { IconName } from './icons.gen.ts'
import { ErrorSummary, Notice } from './notice.tsx'
import { type Crumb, PageHeader } from './page-header.tsx'
import { Panel, Sheet } from './panel.tsx'
import { type Typing, TypingNotice } from './typing.tsx'

/** What a sheet shows above its fields, and the ways out of it. */
export interface FormSheetProps
  extends Pick<FormProps, 'action' | 'version' | 'idempotencyKey' | 'hidden' | 'upload' | 'plain'> {
  readonly crumbs?: readonly Crumb[] | undefined
  /** What the form is about, above its title. */
  readonly kicker?: string | undefined
  readonly title: string
  readonly lead?: ComponentChildren
  /** What has to be known before the act. */
  readonly warning?: string | undefined
  /** Where typing is kept, and what was kept before. */
  readonly typing?: Typing | undefined
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly submit: { readonly label: string; readonly icon?: IconName; readonly kind?: ButtonKind }
  readonly back: { readonly label: string; readonly href: string }
  readonly children?: ComponentChildren
}

/** A page that is one form: its head, what is wrong with what was typed, the fields, the act and the way back. */
export function FormSheet(props: FormSheetProps) {
  const { submit, back } = props
  return (
    <Sheet>
      <PageHeader breadcrumbs={props.crumbs} kicker={props.kicker} title={props.title} lead={props.lead} />
      {props.warning !== undefined && (
        <Notice kind="warning">
          <p>{props.warning}</p>
        </Notice>
      )}
      <TypingNotice typing={props.typing} />
      <ErrorSummary problems={props.problems} />
      <Form
        action={props.action}
        version={props.version}
        idempotencyKey={props.idempotencyKey}
        hidden={props.hidden}
        upload={props.upload}
        plain={props.plain}
        typing={props.typing}
      >
        {props.children && <Panel>{props.children}</Panel>}
        <ActionBar>
          <Button kind={submit.kind ?? 'primary'} icon={submit.icon}>
            {submit.label}
          </Button>
          <ButtonLink href={back.href} kind="quiet">
            {back.label}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}
