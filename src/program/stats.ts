import { Option } from 'commander'
import { statsFormats } from '../reports/stats-formats.js'
import type { ProgramContext } from './context.js'
import { isoDate } from './values.js'

export function addStats({ program, lang, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('stats'))
    .description(say('thống kê danh mục', 'count what catalogs hold'))
    .argument(
      '[path...]',
      say('thư mục hoặc tệp danh mục; - là đầu vào chuẩn', 'folders or files; - is standard input'),
    )
    .addOption(
      new Option('--format <form>', say('dạng kết quả', 'form of the result')).choices(statsFormats).default('text'),
    )
    .option('--date <date>', say('coi như hôm nay là ngày này', 'take this day for today'), isoDate(lang), io.today)
    .addHelpText(
      'after',
      examples([
        'tthc stats catalogs/dinh-hoa',
        'tthc stats catalogs/dinh-hoa --format html > thong-ke.html',
        'tthc stats . --format csv > thong-ke.csv',
      ]),
    )
    .action(async (paths: string[], options) => {
      const { statsCommand } = await import('../commands/stats.js')
      done(await statsCommand(paths.length === 0 ? ['.'] : paths, options, io))
    })
}
