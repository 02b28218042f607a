import type { Scene } from './report-of.ts';

/** Labels that would do something if a renderer let them. */
export const HOSTILE_LABELS = [
  '<script>window.hacked=1</script>',
  '"><img src=x onerror="window.hacked=1">',
  "' onmouseover='window.hacked=1' x='",
  'javascript:window.hacked=1',
  '</script><script>window.hacked=1</script>',
  '</title></style><svg onload=window.hacked=1>',
  '<!-- <script> &lt;b&gt; #{alert(1)} {{7*7}}',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '@SUM(1+1)',
  '[link](javascript:alert(1)) | `x` @team #1 https://example.org',
  '\u001b[31mred\u0007 \u202egnp.exe',
] as const;

/** A migration in which hostile labels stand wherever a label can stand. */
export function hostileScene(): Scene {
  const activities = (prefix: string, shift: number) =>
    HOSTILE_LABELS.map((_, i) => {
      const label = HOSTILE_LABELS[(i + shift) % HOSTILE_LABELS.length] ?? '';
      return `${prefix}.${i + 1} ${label}`;
    });
  const head = (label: string) => [`A1 ${label}`, `A1.1 ${label}`, `A1.1.1 ${label}`];
  const [script = '', image = ''] = HOSTILE_LABELS;
  const pairs = HOSTILE_LABELS.map((_, i) => `A1.1.1.${i + 1} -> A1.1.1.${i + 1}`);
  return {
    old: [
      ...head(script),
      ...activities('A1.1.1', 0),
      'A1.1.2 x',
      `A1.1.2.1 ${script}`,
      `A1.1.2.2 ${image}`,
    ].join('\n'),
    new: [
      ...head(image),
      ...activities('A1.1.1', 1),
      'A1.1.2 y',
      `A1.1.2.1 ${image}`,
      `A1.1.2.3 ${script}`,
    ].join('\n'),
    links: [
      'A1 -> A1',
      'A1.1 -> A1.1',
      'A1.1.1 -> A1.1.1',
      ...pairs.slice(2),
      'A1.1.1.1 -> A1.1.1.1',
      'A1.1.1.1 -> A1.1.2.1',
      'A1.1.1.2 -> A1.1.1.2?',
      'A1.1.2.2 -> ?A1.1.2.3 A1.1.2.1',
    ].join('\n'),
  };
}
