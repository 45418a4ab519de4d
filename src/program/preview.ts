import type { Command } from 'commander'
import type { ProgramContext } from './context.js'
import { portNumber } from './values.js'

export function addPreview({ program, lang, io, say, done, checked, examples }: ProgramContext): void {
  checked(program.command('preview'))
    .description(
      say('xem thử trang web, tự dựng lại khi sửa danh mục', 'serve the site on this machine, rebuilt at every change'),
    )
    .argument('[path]', say('thư mục hoặc tệp danh mục', 'folder or file of the catalog'), '.')
    .option(
      '--port <n>',
      say('cổng; mặc định tự chọn cổng còn trống', 'port; a free one if left out'),
      portNumber(lang),
    )
    .option('--open', say('mở luôn trình duyệt', 'open the browser'))
    .option('--templates <dir>', say('thư mục mẫu riêng của đơn vị', 'folder with templates of your own'))
    .addHelpText('after', examples(['tthc preview catalogs/dinh-hoa --open']))
    .action(async (path: string, options, command: Command) => {
      const { previewCommand } = await import('../commands/preview.js')
      // The language of the machine must not turn a ward's notice into English.
      const labels = command.getOptionValueSourceWithGlobals('lang') === 'cli' ? options.lang : 'vi'
      done(await previewCommand(path, { ...options, labels }, io))
    })
}
