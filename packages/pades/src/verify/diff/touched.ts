/** What happened to a field: to its dictionaries (its widgets' too), and to what they refer to. */
export interface TouchedField {
  readonly dicts: Set<number>
  look: boolean
  value: boolean
  /** A widget was put on a page that was on none. */
  placed: boolean
}

/** What the objects of a revision have touched; each is judged once, with all that happened to it. */
export class Touched {
  readonly fields = new Map<number, TouchedField>()
  /** Those that are no part of the form. */
  readonly annotations = new Set<number>()
  evidence = false
  metadata = false
  form = false

  field(number: number): TouchedField {
    const known = this.fields.get(number)
    if (known !== undefined) return known
    const touched = { dicts: new Set<number>(), look: false, value: false, placed: false }
    this.fields.set(number, touched)
    return touched
  }
}
