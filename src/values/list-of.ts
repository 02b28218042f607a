/** What an option lists between commas. */
export function listOf(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}
