import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { FieldButton } from './form.tsx'
import { Note } from './panel.tsx'
import { rowsButton } from './repeat-rows.tsx'

export interface FinderProps {
  /** Of the field in which is looked for; it belongs to the form alone and to no act. */
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly button: string
  /** What the form sends under `rowsAct` to be shown again with what was found. */
  readonly act: string
  readonly value: string
  /** The cursor goes back to where the search was pressed. */
  readonly searched: boolean
  /** Said where nothing was found. */
  readonly none?: string | undefined
  /** Said where more was found than is shown. */
  readonly more?: string | undefined
  /** What stands at the choice stands here as long as there is nothing to choose from. */
  readonly error?: string | undefined
  readonly id?: string | undefined
  readonly optional?: boolean | undefined
  /** What was found, to choose from. */
  readonly children?: ComponentChildren
}

/**
 * Looks for things of which there may be thousands: its button sends the unfinished form to the server, which shows it again
 * with what was found and everything else as it was typed. It works without scripts.
 */
export function Finder(props: FinderProps) {
  return (
    <>
      <FieldButton>
        <TextField
          name={props.name}
          id={props.id}
          label={props.label}
          hint={props.hint}
          type="search"
          value={props.value}
          error={props.error}
          autoFocus={props.searched}
          optional={props.optional}
        />
        <Button icon="search" name={rowsButton} value={props.act} unfinished>
          {props.button}
        </Button>
      </FieldButton>
      {props.none && <Note>{props.none}</Note>}
      {props.children}
      {props.more && <Note>{props.more}</Note>}
    </>
  )
}
