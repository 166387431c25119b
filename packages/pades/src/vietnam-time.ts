/** Vietnam has had one time zone, seven hours ahead of UTC, since 1975. */
export const vietnamOffsetMs = 7 * 3_600_000

/** The time in Vietnam as it is read there: `dd/mm/yyyy HH:mm:ss`. */
export function vietnamTime(at: Date): string {
  const [day = '', clock = ''] = new Date(at.getTime() + vietnamOffsetMs).toISOString().split('T')
  return `${day.split('-').reverse().join('/')} ${clock.slice(0, 8)}`
}
