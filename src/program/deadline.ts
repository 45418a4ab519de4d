import { Option } from 'commander'
import type { ProgramContext } from './context.js'
import { clock, isoDate } from './values.js'

export function addDeadline({ program, lang, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('deadline'))
    .description(say('tính hạn trả kết quả theo ngày làm việc, ngày nghỉ', 'count a time limit over working days'))
    .argument('<time>', say('thời hạn, như “5 ngày làm việc”', 'a processing time, such as “5 ngày làm việc”'))
    .addOption(
      new Option('--from <date>', say('ngày tiếp nhận hồ sơ', 'day of receipt'))
        .argParser(isoDate(lang))
        .default(io.today, say('hôm nay', 'today')),
    )
    .option('--at <hh:mm>', say('giờ tiếp nhận, khi có quy định “sau 15 giờ”', 'time of receipt'), clock(lang))
    .addHelpText('after', examples(['tthc deadline "5 ngày làm việc" --from 2026-11-20']))
    .action(async (time: string, options) => {
      const { deadlineCommand } = await import('../commands/deadline.js')
      done(await deadlineCommand(time, options, io))
    })
}
