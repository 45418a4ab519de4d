import type { Catalog } from '../src/catalog/model.js'
import type { BinaryFile, OutputFile } from '../src/renderers/renderer.js'
import { type RenderSiteOptions, renderSite } from '../src/renderers/site.js'
import { templateEngine } from '../src/renderers/templates.js'
import { type SiteView, siteView } from '../src/views/site.js'
import type { SiteOptions } from '../src/views/site-context.js'
import { sampleCatalog } from './sample.js'

/** The sample with every part that a page can show, and with what a list can lack. */
export const wholeCatalog: Catalog = {
  ...sampleCatalog,
  publication: { ...sampleCatalog.publication, featured: ['1.001193', '1.003554'], reviewBy: '2023-01-01' },
  fields: [...sampleCatalog.fields, { id: 'moi', name: 'Lĩnh vực chưa có gì' }],
  synonyms: [{ words: ['giấy cho bé'], means: '1.001193' }],
  procedures: [
    ...sampleCatalog.procedures,
    {
      code: '2.000815',
      title: 'Chứng thực bản sao từ bản chính',
      field: 'ho-tich',
      replaces: ['1.000001'],
      serviceLevel: 'partial',
      partialReason: 'Phải đối chiếu bản chính',
      onlineUrl: 'https://dichvucong.example.vn/sao-y',
      onlinePayment: true,
      postal: true,
      processingTime: [
        { time: 'trong ngày; sau 15 giờ thì ngày làm việc tiếp theo', channel: 'counter' },
        { time: '2 ngày làm việc', channel: 'online', when: 'bản chính có nhiều trang' },
      ],
      statutoryTime: '3 ngày làm việc',
      fees: [
        { amount: '2000', per: 'trang', kind: 'phí', channel: 'online', basis: '226/2016/TT-BTC' },
        { amount: '2000', per: 'trang', kind: 'phí', channel: 'counter', when: 'đến trang thứ hai' },
        { amount: '1000', per: 'trang', kind: 'phí', channel: 'counter', when: 'từ trang thứ ba' },
      ],
      applicants: ['citizen', 'organisation'],
      authority: 'UBND phường',
      interlinked: ['Công an phường'],
      steps: [
        { title: 'Nộp bản chính', actor: 'Người dân' },
        { title: 'Đối chiếu, ký', actor: 'Công chức', time: '1 giờ' },
      ],
      channels: ['counter', 'online'],
      dossier: [
        { name: 'Bản chính', original: 1, form: 'Mẫu 1', when: 'nộp trực tiếp' },
        { name: 'Bản sao', copies: 2 },
      ],
      sets: 1,
      forms: [{ name: 'Phiếu yêu cầu', code: 'M1', url: 'https://bieumau.example.vn' }, { name: 'Tờ khai' }],
      results: ['Bản sao được chứng thực'],
      conditions: 'none',
      legalBases: [{ number: '23/2015/NĐ-CP', date: '2015-02-16', title: 'Về cấp bản sao' }],
      iso: { process: 'QT-01', revision: 2 },
      decision: { number: '1329/QĐ-BTP', date: '2020-06-01' },
      effectiveFrom: '2020-06-01',
      effectiveTo: '2030-01-01',
      checkedOn: '2022-06-30',
    },
    {
      code: '1.000656',
      title: 'Đăng ký khai tử',
      field: 'ho-tich',
      processingTime: '5 ngày làm việc',
      fees: 'none',
      dossier: 'none',
      forms: 'none',
      conditions: ['Trong 15 ngày'],
      replacedBy: '2.000815',
    },
  ],
}

const siteDefaults: SiteOptions = {
  locale: 'vi',
  today: '2026-11-23',
  baseUrl: 'https://phuong.example.vn/tthc/',
  errors: 0,
  files: [
    { path: 'thu-tuc.csv', bytes: 1234 },
    { path: 'danh-muc.html', bytes: 2_345_678 },
    { path: 'catalog.json', bytes: 99 },
    { path: 'robots.txt', bytes: 1 },
  ],
  theme: { logo: 'assets/logo.svg', footer: ['Đường dây nóng: 1022'] },
  replaced: new Map([['1.009999', '1.000001']]),
}

export function viewOf(catalog: Catalog, options: Partial<SiteOptions> = {}): SiteView {
  return siteView(catalog, { ...siteDefaults, ...options })
}

export async function filesOf(
  catalog: Catalog,
  options: Partial<SiteOptions> = {},
  render: RenderSiteOptions = {},
  overrides: ReadonlyMap<string, string> = new Map(),
): Promise<readonly (OutputFile | BinaryFile)[]> {
  const { baseUrl } = { ...siteDefaults, ...options }
  const view = viewOf(catalog, options)
  return renderSite(view, await templateEngine(overrides), { ...(baseUrl !== undefined && { baseUrl }), ...render })
}

export async function pagesOf(
  catalog: Catalog,
  options: Partial<SiteOptions> = {},
  render: RenderSiteOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const files = await filesOf(catalog, options, render)
  return new Map(files.flatMap(file => ('text' in file && file.path.endsWith('.html') ? [[file.path, file.text]] : [])))
}
