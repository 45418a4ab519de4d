import { Option } from 'commander'
import { statsFormats } from '../reports/stats-formats.js'
import type { ProgramContext } from './context.js'

export function addStats({ program, io, say, done, common, dated, examples }: ProgramContext): void {
  dated(common(program.command('stats')))
    .description(say('thống kê danh mục', 'count what catalogs hold'))
    .argument(
      '[path...]',
      say('thư mục hoặc tệp danh mục; - là đầu vào chuẩn', 'folders or files; - is standard input'),
    )
    .addOption(
      new Option('--format <form>', say('dạng kết quả', 'form of the result')).choices(statsFormats).default('text'),
    )
    .option('--out <file>', say('ghi vào tệp này thay vì in ra', 'write into this file instead of printing'))
    .addHelpText(
      'after',
      examples([
        'tthc stats catalogs/dinh-hoa',
        'tthc stats catalogs/dinh-hoa --format html --out thong-ke.html',
        'tthc stats . --format csv --out thong-ke.csv',
      ]),
    )
    .action(async (paths: string[], options) => {
      const { statsCommand } = await import('../commands/stats.js')
      done(await statsCommand(paths.length === 0 ? ['.'] : paths, options, io))
    })
}
