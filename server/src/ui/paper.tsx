import { type ComponentChildren, Fragment } from 'preact'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** An official paper as it is printed, on a page without the frame: the sheet alone, and above it what is not printed. */
export function Paper(props: {
  /** Links and notes above the sheet: where to go back to. They are left out in print. */
  readonly bar?: ComponentChildren
  readonly children?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <div class="paper-desk">
      <div class="paper-bar">
        {props.bar}
        {/* Shown by its controller: without scripts the browser's own menu prints. */}
        <button
          type="button"
          hidden
          class="button button-primary"
          data-controller="print"
          data-action="print#open"
        >
          <Icon name="printer" size={18} />
          <span>{t('ui.print')}</span>
        </button>
      </div>
      <main class="paper" id="noi-dung" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  )
}

/**
 * The head of a Party paper: who issues it at the left with the star below, the Party's name at the right. It never
 * carries the state's heading.
 */
export function PartyHead({ issuer }: { issuer: string }) {
  return (
    <header class="paper-head">
      <div>
        <p class="paper-caps">{issuer}</p>
        <p aria-hidden="true">*</p>
      </div>
      <p class="paper-caps paper-ruled" lang="vi">
        Đảng Cộng sản Việt Nam
      </p>
    </header>
  )
}

/** A letter to one person, on a sheet of its own: what it is above, then its lines. */
export function PaperLetter(props: {
  readonly kicker: string
  readonly title: string
  readonly note: string
  readonly children?: ComponentChildren
}) {
  return (
    <section class="paper-part paper-letter">
      <h1 class="paper-kicker">{props.kicker}</h1>
      <h2 class="paper-caps">{props.title}</h2>
      <p class="paper-note">{props.note}</p>
      {props.children}
    </section>
  )
}

/** What must be copied by hand from a letter, each letter and digit to be told apart. */
export function PaperFacts({
  facts,
}: {
  facts: ReadonlyArray<{ readonly label: string; readonly value: string }>
}) {
  return (
    <dl class="paper-line paper-facts">
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}:</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** A part of a paper with its title in the middle; each begins on a sheet of its own. */
export function PaperPart(props: {
  /** Above the title: "Phụ lục I". */
  readonly kicker: string
  readonly title: string
  /** Under the title, in brackets: the decision that it belongs to. */
  readonly note: string
  readonly children?: ComponentChildren
}) {
  return (
    <section class="paper-part">
      <h1 class="paper-kicker">{props.kicker}</h1>
      <h2 class="paper-caps">{props.title}</h2>
      <p class="paper-note">{props.note}</p>
      {props.children}
    </section>
  )
}

/** How wide a column is: a few digits, a code, a date, a name, or all that is left. */
type PaperColumnKind = 'number' | 'code' | 'date' | 'name' | 'text'

export interface PaperColumn<Row> {
  readonly key: string
  readonly header: string
  readonly kind: PaperColumnKind
  readonly cell: (row: Row, index: number) => ComponentChildren
}

/** A ruled table whose head comes again on every sheet; no row is broken over two. */
export function PaperTable<Row>(props: {
  readonly caption: string
  readonly columns: ReadonlyArray<PaperColumn<Row>>
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}) {
  const { columns, rows } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, also by keyboard
    <section class="paper-scroll" tabIndex={0} aria-label={props.caption}>
      <table class="paper-table">
        <caption class="hidden-visually">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, kind }) => (
              <th key={key} class={`paper-${kind}`} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={props.rowKey(row)}>
              {columns.map(({ key, kind, cell }) => (
                <td key={key} class={`paper-${kind}`}>
                  {cell(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A line of a paper below its table. */
export function PaperLine({ children }: { children?: ComponentChildren }) {
  return <p class="paper-line">{children}</p>
}

/** What nobody who holds the print may overlook: that it is an extract, that it is made up. */
export function PaperMark({ children }: { children?: ComponentChildren }) {
  return <p class="paper-mark">{children}</p>
}
