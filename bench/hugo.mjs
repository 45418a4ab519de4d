export function hugoSite() {
  return undefined
}
