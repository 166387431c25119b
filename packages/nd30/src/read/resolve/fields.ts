import { Nd30Error } from '../../errors.ts'
import type { XmlElement } from '../xml.ts'

/** A field whose code or result is being read (ECMA-376 part 1, 17.16). Its name is known once its code is. */
export interface Field {
  code: string
  inCode: boolean
}

const longestCode = 2000
const deepest = 50

export class Fields {
  private readonly open: Field[] = []

  get innermost(): Field | null {
    return this.open[this.open.length - 1] ?? null
  }

  /** Nothing of a code is shown, not even what stands in a field within it. */
  get shown(): boolean {
    return this.open.every((field) => !field.inCode)
  }

  mark(fldChar: XmlElement) {
    const type = fldChar.attributes.get('w:fldCharType')
    const innermost = this.innermost
    if (type === 'begin') this.begin('', true)
    else if (type === 'separate' && innermost) innermost.inCode = false
    else if (type === 'end') this.end()
  }

  begin(code: string, inCode: boolean) {
    if (this.open.length >= deepest) throw new Nd30Error('file_limit', 'fields too deep', { what: 'fields' })
    this.open.push({ code, inCode })
    refuseProgram(code)
  }

  end() {
    this.open.pop()
  }

  instruct(text: string) {
    const field = this.innermost
    if (!field?.inCode || field.code.length > longestCode) return
    field.code += text
    refuseProgram(field.code)
  }
}

/** DDE in a field starts a program, as a macro does. */
function refuseProgram(code: string) {
  if (/^\s*DDE(AUTO)?\s/i.test(code)) throw new Nd30Error('file_has_macros', 'a field starts a program', {})
}

/** `PAGE` of ` PAGE \* MERGEFORMAT `; null where there is no code. */
export const fieldName = (field: Field | null): string | null =>
  (field && /^\s*([A-Za-z=]{1,40})/.exec(field.code)?.[1]?.toUpperCase()) ?? null
