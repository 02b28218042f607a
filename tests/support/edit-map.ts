import { type Code, codeOf, parseCode } from '../../src/model/code.ts';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';

/** The same map with every code renamed: structure, order and labels stay. */
export function withCodes(map: ProcessMap, rename: (code: Code) => Code): ProcessMap {
  const nodes = map.nodes.map((node) => {
    const bookingCode = node.bookingCode === null ? null : rename(codeFrom(node.bookingCode));
    return { ...node, code: rename(node.code), bookingCode: bookingCode?.text ?? null };
  });
  return { ...map, nodes };
}

function codeFrom(text: string): Code {
  return parseCode(text) ?? { text, segments: [{ type: 'free', text }] };
}

/** The same code under another letter; `letters` are as many as there are, in the order that the codes are to keep. */
export function underLetters(letters: readonly string[]): (code: Code) => Code {
  return (code) => {
    const [root, ...rest] = code.segments;
    if (root?.type === 'free') return codeWithPrefix(code, letters.join(''));
    if (root?.type !== 'root') return code;
    const letter = letters[root.letter.charCodeAt(0) - 'A'.charCodeAt(0)] ?? root.letter;
    const renamed = codeOf([{ ...root, letter }, ...rest]);
    // A code outside the grammar has the place of its entry for segments, and keeps what it is written as.
    return code.text === codeOf(code.segments).text
      ? renamed
      : { ...renamed, text: `${letter}${code.text.slice(root.letter.length)}` };
  };
}

/** Codes of no grammar keep their order under one beginning. */
function codeWithPrefix(code: Code, prefix: string): Code {
  const segments = code.segments.map((segment, i) =>
    i === 0 && segment.type === 'free' ? { ...segment, text: `${prefix}${segment.text}` } : segment,
  );
  return { text: `${prefix}${code.text}`, segments };
}

/** The same map with another label on one entry. */
export function withLabel(map: ProcessMap, id: number, label: string): ProcessMap {
  return { ...map, nodes: map.nodes.map((node) => (node.id === id ? { ...node, label } : node)) };
}

/** The map with the rows of another after its own. */
export function withBranch(map: ProcessMap, branch: ProcessMap): ProcessMap {
  const start = map.nodes.length;
  const added = branch.nodes.map(
    (node): MapNode => ({
      ...node,
      id: start + node.id,
      parent: node.parent === null ? null : start + node.parent,
    }),
  );
  return { ...map, nodes: [...map.nodes, ...added] };
}
