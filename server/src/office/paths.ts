/** The name under which an address says where a page of a list begins. */
export const cursorName = 'tiep-theo'

export const officePaths = {
  /** What others did with the things of the actor. */
  news: (cursor: string | null = null) =>
    cursor === null
      ? '/viec-cua-toi/tin'
      : `/viec-cua-toi/tin?${new URLSearchParams({ [cursorName]: cursor })}`,
}
