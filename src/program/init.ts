import type { ProgramContext } from './context.js'

export function addInit({ program, io, say, done, common, dated, examples }: ProgramContext): void {
  dated(common(program.command('init')))
    .description(say('lập danh mục mới cho một cơ quan', 'start the catalog of an office'))
    .argument('[folder]', say('thư mục chưa có danh mục nào', 'a folder without a catalog'), '.')
    .option('--name <text>', say('tên cơ quan', 'name of the office'))
    .option('--province <text>', say('tỉnh, thành phố', 'province or city'))
    .option('--address <text>', say('địa chỉ tiếp nhận hồ sơ', 'where dossiers are handed in'))
    .option('--phone <number>', say('điện thoại của cơ quan', 'telephone of the office'))
    .option('--hours <text>', say('giờ tiếp nhận', 'hours of reception'))
    .option(
      '--field <name>',
      say('lĩnh vực, ghi lại cho từng lĩnh vực; all là tất cả', 'a field, once for each; all takes every one'),
      (word: string, before: readonly string[] | undefined) => [...(before ?? []), word],
    )
    .option('--yes', say('không hỏi, lấy giá trị mặc định', 'ask nothing, take the defaults'))
    .addHelpText(
      'after',
      examples([
        'tthc init phuong-hoa-mai',
        'tthc init phuong-hoa-mai --name "UBND phường Hoa Mai" --yes',
        'tthc init . --name "UBND xã Tân An" --field "Hộ tịch" --field "Đất đai"',
      ]),
    )
    .action(async (folder: string, options) => {
      const { initCommand } = await import('../commands/init.js')
      done(await initCommand(folder, options, io))
    })
}
