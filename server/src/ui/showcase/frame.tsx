import type { ComponentChildren } from 'preact'
import { type AssetLinks, Document, renderPage, type Theme } from '../document.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { Shell } from '../shell.tsx'
import type { Language, Words } from '../words.tsx'

// The showcase speaks for itself: its sentences are demo text, not part of the product.

/** The words of the components alone, for the showcase and for tests. */
export function showcaseWords(language: Language): Words {
  const catalogue: Readonly<Record<string, string>> = language === 'vi' ? vi : en
  return {
    language,
    t: (key, params = {}) =>
      (catalogue[key] ?? `⟦${key}⟧`).replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
        String(params[name] ?? whole),
      ),
  }
}

export interface ShowcaseOptions {
  readonly assets: AssetLinks
  readonly language: Language
  readonly theme: Theme
}

/** A page of the showcase inside the frame of the product. */
export function framed(
  options: ShowcaseOptions,
  title: string,
  current: string,
  body: ComponentChildren,
): string {
  return renderPage(
    <Document
      title={title}
      words={showcaseWords(options.language)}
      assets={options.assets}
      theme={options.theme}
    >
      <Shell
        homeHref="overview.html"
        subtitle="Tỉnh ủy Hải Dương"
        navigation={navigation(current)}
        search={{ action: '/tim-kiem' }}
        demo={{
          today: '2022-05-18',
          endsOn: '2022-12-31',
          days: ['2022-05-18', '2022-11-15'],
          action: '/ngay-minh-hoa',
        }}
        account={{
          name: 'Nguyễn Thị Thuý Quỳnh (minh hoạ)',
          post: 'Phó Chánh Văn phòng Tỉnh ủy',
          posts: [
            { id: '1', label: 'Phó Chánh Văn phòng Tỉnh ủy', current: true },
            { id: '2', label: 'Bí thư Chi bộ Phòng Tổng hợp, Đảng bộ Văn phòng Tỉnh ủy' },
          ],
          switchAction: '/chuc-vu',
          languageAction: '/ngon-ngu',
          signOutAction: '/dang-xuat',
          links: [{ label: 'Tài khoản và bảo mật', href: '/tai-khoan' }],
        }}
      >
        {body}
      </Shell>
    </Document>,
  )
}

function navigation(current: string) {
  const item = (
    label: string,
    href: string,
    icon: Parameters<typeof Shell>[0]['navigation'][0]['items'][0]['icon'],
    count?: number,
  ) => ({
    label,
    href,
    icon,
    count,
    current: href === current,
  })
  return [
    {
      items: [
        item('Việc của tôi', 'mine.html', 'inbox', 12),
        item('Tổng quan', 'overview.html', 'layout-dashboard'),
      ],
    },
    {
      label: 'Chương trình 2022',
      items: [
        item('Việc đột phá', 'list.html', 'list-check'),
        item('Đăng ký', 'form.html', 'pencil'),
        item('Thẩm định', 'appraisal.html', 'scale', 6),
        item('Quyết định giao việc', 'decisions.html', 'gavel'),
        item('Nghiệm thu', 'acceptance.html', 'rosette-discount-check', 3),
        item('Đối chiếu số đã công bố', 'claims.html', 'equal-not'),
      ],
    },
    {
      label: 'Tổ chức',
      items: [
        item('Đơn vị, chức vụ', 'units.html', 'sitemap'),
        item('Thư viện thành phần', 'components.html', 'stack-2'),
      ],
    },
  ]
}
