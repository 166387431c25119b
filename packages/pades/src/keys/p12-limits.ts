import { PadesError } from '../errors.ts'

export const maxFileBytes = 4 << 20
export const maxBags = 512
export const maxBagDepth = 4
const maxIterations = 10_000_000
const maxIterationsInAll = 2 * maxIterations

/** How often hashing was repeated for one file: what a file asks for must not hold a server up. */
export class IterationBudget {
  #left = maxIterationsInAll

  /** @throws PadesError `key_malformed` */
  spend(iterations: number): void {
    this.#left -= iterations
    if (iterations < 1 || iterations > maxIterations || this.#left < 0) tooMuch('iterations', maxIterations)
  }
}

/** @throws PadesError `key_malformed`, always */
export function tooMuch(what: string, limit: number): never {
  throw new PadesError('key_malformed', `more ${what} in a key file than ${limit}`, { limit, what })
}

/** @throws PadesError `key_malformed`, always */
export function notRead(what: string, algorithm: string): never {
  throw new PadesError('key_malformed', `${what} ${algorithm} of a key file is not read`, { what, algorithm })
}
