/** A text that a spreadsheet would take for a formula is shown as text: it begins with an apostrophe. */
export const neutralised = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
