import { describe, expect, it } from 'vitest';
import { escapeHtml, html, jsonHtml, raw } from '../../../src/render/html/html.ts';
import { HOSTILE_LABELS } from '../../support/hostile.ts';

describe('the template of all markup', () => {
  it('escapes text, keeps markup, joins lists and draws nothing for nothing', () => {
    const part = html`<b>${'a & b'}</b>`;
    expect(html`<p>${part}${['<', '>']}${null}${undefined}${false}${0}</p>`.html).toBe(
      '<p><b>a &amp; b</b>&lt;&gt;0</p>',
    );
  });

  it('keeps text inside a quoted attribute', () => {
    expect(html`<a title="${'" onclick="x'}" id='${"' onclick='x"}'>`.html).toBe(
      '<a title="&quot; onclick=&quot;x" id=\'&#39; onclick=&#39;x\'>',
    );
  });

  it('shows characters that control or turn the text around', () => {
    expect(escapeHtml('a\u0000b\u001b[31m\u202ec\nd')).toBe('a\uFFFDb\uFFFD[31m\uFFFDc d');
  });

  it('writes data that no content can end', () => {
    const data = jsonHtml([...HOSTILE_LABELS, '\u2028']).html;
    expect(data).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(data)).toEqual([...HOSTILE_LABELS, '\u2028']);
  });

  it('takes markup of our own as it is', () => {
    expect(html`${raw('<hr>')}`.html).toBe('<hr>');
  });
});
