// The kinds of files that annotations are written to.
export const exportFormats = ['backup', 'w3c', 'hypothesis', 'obsidian', 'readwise', 'csv', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
