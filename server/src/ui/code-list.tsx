/** Codes that are shown once, to be printed or written down; each reads well by itself. */
export function CodeList({ label, codes }: { label: string; codes: readonly string[] }) {
  return (
    <ol class="codes" aria-label={label}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  )
}
