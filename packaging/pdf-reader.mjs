import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The exports that are used (src/read/pdf/pdf-library.ts), by the names that they have in the file. */
const EXPORTED = '\nexport { getDocument, OPS, VerbosityLevel };\n';

/**
 * What is left out of pdfjs-dist, a change of the text each. What each looks for is to be there: a version that is built
 * otherwise stops the build, and is for a person to look at.
 */
const CHANGES = {
  'pdf.mjs': [
    // Loaded by Node, it looks for a canvas to draw on, and complains of none to find: on standard output, into the report.
    { what: /if \(isNodeJS\) \{\n {2}let canvas;/, instead: 'if (false) {\n  let canvas;' },
    // All that it exports hangs on one object, so that no bundler can leave out what draws and edits: exported one by one.
    { what: /var __webpack_exports__ = [\s\S]*?\n\}\);\n/, instead: '' },
    // What edits and lays out comments and forms. Only what is no editor is asked whether it is one.
    {
      what: modules(/src\/display\/(?:editor\/\w+|touch_manager)\.js/),
      instead: '\nclass AnnotationEditor {}\n',
    },
    { what: /\n;\/\/ \.\/src\/display\/xfa_layer\.js\n[\s\S]*/, instead: EXPORTED },
  ],
  'pdf.worker.mjs': [
    // No picture is unpacked (`maxImageSize`), and the decoder of JPEG 2000 alone is a quarter of the file.
    {
      what: modules(/external\/openjpeg\/openjpeg\.js/),
      instead: "const openjpeg = () => { throw new Error('openjpeg is not bundled'); };\n",
    },
    { what: modules(/src\/core\/jbig2\.js/), instead: picture('Jbig2Image') },
    { what: modules(/src\/core\/jpg\.js/), instead: picture('JpegImage') },
    // Forms in XML are not read (`enableXfa`), and what a note on the page looks like is not asked for.
    {
      what: modules(/src\/core\/xfa\/\S+\.js/),
      instead: 'class XFAFactory { static getRichTextAsHtml() { return null; } }\n',
    },
  ],
};

/** What stands for the decoder of a kind of picture. */
function picture(name) {
  const body = `static canUseImageDecoder() { return false; } constructor() { throw new Error('${name} is not bundled'); }`;
  return `class ${name} { ${body} }\n`;
}

/** One module of the file, or several in a row, under the line that names each. */
function modules({ source }) {
  return new RegExp(`(?:\\n;// \\./${source}\\n[\\s\\S]*?(?=\\n;// ))+`);
}

/** Bundles of pdfjs-dist what reads documents: nothing is drawn here, and nothing is edited. */
export function pdfReader() {
  return {
    name: 'pdf-reader',
    setup({ onLoad }) {
      onLoad({ filter: /pdfjs-dist[/\\]legacy[/\\]build[/\\]pdf(\.worker)?\.mjs$/ }, ({ path }) => ({
        contents: CHANGES[basename(path)].reduce(changed, readFileSync(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

function changed(text, { what, instead }) {
  if (!what.test(text)) throw new Error(`pdfjs-dist is built otherwise than expected: no ${what}`);
  return text.replace(what, instead);
}
