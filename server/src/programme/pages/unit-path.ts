/** A unit's page in the directory, which a slice below this one draws. */
export const unitPath = (code: string): string => `/don-vi/${code}`
