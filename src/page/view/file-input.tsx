import { useId, useState } from 'preact/hooks';
import type { PageFile } from '../calls/page-file.ts';
import { readFiles } from '../client/read-files.ts';
import { usePage } from './page-context.ts';

interface FileInputProps {
  /** The name that people know it by. */
  readonly label: string;
  readonly hint: string;
  /** What is chosen, in words. */
  readonly chosen: string | null;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly PageFile[]) => void;
}

/** A place for files: to choose by keyboard or mouse, or to drop them on. */
export function FileInput({ label, hint, chosen, multiple = false, onFiles }: FileInputProps) {
  const { texts } = usePage();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = async (files: FileList | null | undefined) => {
    const read = await readFiles(files);
    if (read.length > 0) onFiles(multiple ? read : read.slice(0, 1));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way more for the mouse; the input takes files by keyboard
    <div
      class={`drop${isOver ? ' over' : ''}${chosen === null ? '' : ' full'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files);
      }}
    >
      <label>
        <span>{label}</span>
        {/* The browser's own button speaks the browser's language; the whole place is the button, and this its look. */}
        <span class="choose" aria-hidden="true" data-text={texts.choose} />
        <input
          type="file"
          multiple={multiple}
          aria-label={label}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const input = event.currentTarget;
            void take(input.files).then(() => {
              input.value = '';
            });
          }}
        />
      </label>
      <p id={`${id}-hint`} class="hint">
        {chosen ?? hint}
      </p>
    </div>
  );
}
