/** A program from outside the packages that judges our work. */
export interface Judge {
  readonly program: string
  /** The Debian package that brings it. */
  readonly debian: string
  /** What it judges. */
  readonly judges: string
}

export const judges: readonly Judge[]

/** Where a program is in the PATH, or undefined. */
export function findJudge(program: string): string | undefined

/** The judges that this machine does not have. */
export function missingJudges(): readonly Judge[]

/** The path of veraPDF, which is not in Debian; undefined where VERAPDF does not name it. */
export function veraPdf(): string | undefined
