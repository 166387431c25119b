/** What a file is by its bytes, whatever it is called. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  /** Another package of the same standard: a presentation, a template, a file for macros. */
  | 'office'
  | 'open_document'
  | 'picture'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'text'
  /** A compound file: Office before 2007, embedded objects, packages under a password. */
  | 'compound'
  | 'archive'
  | 'program'
  | 'font'
  | 'unknown'

/** How much of what a file shows was read as text: of pictures and scans nothing. It is never called clean. */
export type Reading = 'whole' | 'part' | 'none'

/** What in a file does something when it is opened or pressed. */
export type Active =
  | 'macro'
  | 'control'
  | 'dde'
  | 'remote_part'
  | 'program'
  | 'javascript'
  | 'launch'
  | 'media'
  | 'xfa'
  | 'sending'

/** Content of a file that was not read as text. */
export type Unread =
  | 'picture'
  | 'embedded'
  | 'page_without_text'
  | 'letters_unknown'
  | 'annotation'
  | 'too_long'
  | 'not_sound'

/** Why a file is not judged to its end: nothing in it is relied on. */
export type Trouble =
  /** Its parts contradict each other or break their format, so that two programs could see two contents. */
  | 'broken'
  /** It needs a password. */
  | 'encrypted'
  /** It says that it unpacks to more than a paper has, or does. */
  | 'oversized'

export class FileTrouble extends Error {
  readonly trouble: Trouble

  /** @param why for those who look for the cause in a test; nothing of the file's text */
  constructor(trouble: Trouble, why: string) {
    super(`${trouble}: ${why}`)
    this.trouble = trouble
  }
}

/** All that is known of a file. Its texts never leave the thread that read it. */
export interface FileJudgement {
  readonly kind: FileKind
  readonly texts: readonly string[]
  readonly active: ReadonlySet<Active>
  readonly unread: ReadonlySet<Unread>
  readonly trouble: Trouble | null
  readonly reading: Reading
}
