/** A text as it stands between tags of XML. Characters that XML forbids must be gone already. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
