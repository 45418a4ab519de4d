import { Option } from 'commander'
import type { ProgramContext } from './context.js'
import { isoDate } from './values.js'

export function addLsp({ program, lang, io, say, done, common, examples }: ProgramContext): void {
  const command = common(program.command('lsp'))
  command
    .description(say('giúp trình soạn thảo báo lỗi và gợi ý ngay khi gõ', 'serve an editor: findings while you type'))
    .option('--date <date>', say('coi như hôm nay là ngày này', 'take this day for today'), isoDate(lang))
    .option(
      '--reference <file>',
      say('danh sách đối chiếu mới hơn, .csv hoặc .xlsx', 'newer reference list, .csv or .xlsx'),
    )
    .option('--stdio', say('dùng đầu vào và đầu ra chuẩn (luôn là vậy)', 'speak over standard streams (always so)'))
    // Editors add it by themselves.
    .addOption(
      new Option(
        '--clientProcessId <id>',
        say('mã tiến trình của trình soạn thảo', 'process of the editor'),
      ).hideHelp(),
    )
    .addHelpText('after', examples(['tthc lsp', 'tthc lsp --lang vi --reference danh-sach.xlsx']))
    .action(async options => {
      const { lspCommand } = await import('../commands/lsp.js')
      // Commander gives an option that the program has too to the program.
      const langGiven = [command, program].some(taker => taker.getOptionValueSource('lang') === 'cli')
      done(await lspCommand({ ...options, lang, langGiven }, io))
    })
}
