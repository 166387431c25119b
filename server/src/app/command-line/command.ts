import { invariant } from '../../platform/refusal.ts'

/** A sentence in each language. */
export interface Words {
  readonly vi: string
  readonly en: string
}

export interface CommandOption extends Words {
  /** What its value is called in the help; an option without one is a switch. */
  readonly value?: string
}

/** One way to call a command. */
export interface CallForm {
  /** What comes first: `create`, `factor reset`. */
  readonly verb?: string
  /** Words without an option that have to be given, in order. */
  readonly operands?: readonly string[]
  /** Options that have to be given. */
  readonly needs?: readonly string[]
  /** Options that may be given. */
  readonly takes?: readonly string[]
}

/** What was asked for, once it fits one of the forms of its command. */
export interface Call {
  readonly verb: string | undefined
  readonly operands: readonly string[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly switches: ReadonlySet<string>
}

interface Described extends Words {
  readonly options: Readonly<Record<string, CommandOption>>
}

/** A command of the server: how it is called is read from here, by the help and by the check of each call. */
export interface ServerCommand extends Described {
  readonly forms: readonly CallForm[]
  readonly run: (call: Call) => Promise<void>
}

/** A command of a package, which checks its calls itself; a test compares the options with those it names. */
export interface PackageCommand extends Described {
  /** How it is called, behind `dotpha NAME`. */
  readonly calls: readonly string[]
  readonly runWith: (args: readonly string[]) => Promise<void>
}

export type Command = ServerCommand | PackageCommand

/** The value of an option that the form of the call needs. */
export function needed({ values }: Call, option: string): string {
  const value = values[option]
  invariant(value !== undefined, `the form of the call needs --${option}`)
  return value
}
