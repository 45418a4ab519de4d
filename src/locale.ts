export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** One sentence in every language we speak. Leaving a language out does not compile. */
export type Text = Readonly<Record<Locale, string>>
