// The package brings no types: what we use of it, and no more.
declare module '@hotwired/turbo' {
  export const config: {
    drive: { progressBarDelay: number }
    forms: {
      confirm: (
        message: string,
        form: HTMLFormElement,
        submitter: HTMLElement | null,
      ) => Promise<boolean> | boolean
    }
  }
  export function visit(location: string, options?: { action?: 'advance' | 'replace'; frame?: string }): void
}
