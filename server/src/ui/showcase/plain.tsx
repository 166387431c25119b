import { ButtonLink } from '../button.tsx'
import { Document, renderPage } from '../document.tsx'
import { ActionBar } from '../form.tsx'
import { PageHeader } from '../page-header.tsx'
import { Note } from '../panel.tsx'
import { PlainShell } from '../plain-shell.tsx'
import { type ShowcaseOptions, showcaseWords } from './frame.tsx'

export function plain(options: ShowcaseOptions): string {
  return renderPage(
    <Document
      title="Không tìm thấy"
      words={showcaseWords(options.language)}
      assets={options.assets}
      theme={options.theme}
    >
      <PlainShell homeHref="overview.html">
        <PageHeader
          title="Không tìm thấy"
          lead="Không có trang này, hoặc chức vụ đang dùng không được xem."
        />
        <ActionBar>
          <ButtonLink href="overview.html" kind="primary">
            Về trang đầu
          </ButtonLink>
        </ActionBar>
        <Note>Mã sự việc để hỏi: 01970f3a-77</Note>
      </PlainShell>
    </Document>,
  )
}
