/**
 * Data as text to stand inside a `<script>` that holds no program. The one place where such text is made safe: a title in a
 * catalog may hold `</script>` or `<!--`.
 */
export function inlineJson(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
