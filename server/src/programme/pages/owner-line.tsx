import { IllustrativeTag } from '../../ui/badge.tsx'

/** Who owes the work, in one line; what the demonstration made up says so. */
export function OwnerLine(props: {
  readonly holderName: string | null
  readonly postTitle: string | null
  readonly unitName: string
  readonly illustrative?: boolean | undefined
}) {
  const { holderName, postTitle, unitName } = props
  const said = [holderName, postTitle, unitName].filter((part) => part !== null && part !== '')
  return (
    <>
      {said.join(', ')}
      {props.illustrative === true && (
        <>
          {' '}
          <IllustrativeTag />
        </>
      )}
    </>
  )
}
