/**
 * Unpacks a part of the page: inert text that nothing runs until it is asked for.
 *
 * @returns its bytes, or `null` where the page holds no such part
 */
export async function unpackPart(name: string): Promise<Blob | null> {
  const packed = document.querySelector(`script[data-part="${name}"]`)?.textContent;
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).blob();
}

/** Starts a part as a worker. */
export async function startPart(name: string): Promise<Worker> {
  const script = await unpackPart(name);
  if (script === null) throw new Error(`the page holds no part ${name}`);
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    // Once the worker has begun to load, its address is of no use to anybody.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
