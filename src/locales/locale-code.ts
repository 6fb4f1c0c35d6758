/** The ten languages of the agent workspace, as BCP 47 has them. */
export const localeCodes = ['en', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'pt-BR', 'zh-CN', 'zh-TW'] as const

export type LocaleCode = (typeof localeCodes)[number]
