import { PadesError } from '../errors.ts'

/** An object of JSON that came from a service: each field is read as what it should be, or refused. */
export class CscObject {
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #what: string

  constructor(value: unknown, what: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw answerWrong(`${what} is no object`)
    this.#fields = value as Record<string, unknown>
    this.#what = what
  }

  object(name: string): CscObject {
    return new CscObject(this.#fields[name], `${this.#what}.${name}`)
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#wrong(name)
  }

  /** An empty text is none. */
  optionalText(name: string): string | null {
    const value = this.#fields[name]
    if (value === undefined || value === null || value === '') return null
    return typeof value === 'string' ? value : this.#wrong(name)
  }

  optionalCount(name: string): number | null {
    const value = this.#fields[name]
    if (value === undefined || value === null) return null
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.#wrong(name)
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => (typeof value === 'string' ? value : this.#wrong(name)))
  }

  objects(name: string): readonly CscObject[] {
    return this.list(name).map((value) => new CscObject(value, `${this.#what}.${name}`))
  }

  /** What is left out is an empty list. */
  list(name: string): readonly unknown[] {
    const value = this.#fields[name]
    if (value === undefined || value === null) return []
    return Array.isArray(value) && value.length <= maxItems ? value : this.#wrong(name)
  }

  #wrong(name: string): never {
    throw answerWrong(`${this.#what}.${name} is not what it should be`)
  }
}

const maxItems = 10_000

/** Octets in base64, or in the alphabet for addresses that some services use. @throws PadesError `service_answer_wrong` */
export function fromBase64(text: string, what: string): Uint8Array {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) throw answerWrong(`${what} is not base64`)
  return Buffer.from(text, 'base64')
}

export function answerWrong(message: string): PadesError {
  return new PadesError('service_answer_wrong', `the signing service answers wrongly: ${message}`)
}
