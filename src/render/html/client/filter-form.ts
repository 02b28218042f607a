import type { Filters } from './row-filter.ts';

/** The controls above the table. */
export interface FilterForm {
  read(): Filters;
  /** Clears all controls, then sets those given. */
  set(values: { readonly kind?: string; readonly from?: string; readonly to?: string }): void;
}

/** Ties the controls to `onChange`; typing waits for a pause. */
export function filterForm(form: HTMLFormElement, onChange: () => void): FilterForm {
  let pause: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', onChange);
  // A reset event comes before the controls are cleared.
  form.addEventListener('reset', () => setTimeout(onChange));
  form.addEventListener('input', (event) => {
    if ((event.target as HTMLElement).id !== 'search') return;
    clearTimeout(pause);
    pause = setTimeout(onChange, 150);
  });
  return {
    read: () => {
      const values = new FormData(form);
      const text = (name: string) => String(values.get(name) ?? '');
      const set = (name: string) => new Set(values.getAll(name).map(String));
      return {
        kinds: set('kind'),
        tiers: set('tier'),
        alarm: values.has('alarm'),
        from: text('from'),
        to: text('to'),
        query: text('search'),
      };
    },
    set: ({ kind = '', from = '', to = '' }) => {
      for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
        box.checked = box.name === 'kind' && box.value === kind;
      for (const [name, value] of Object.entries({ search: '', from, to })) {
        const control = form.elements.namedItem(name);
        if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
          control.value = value;
      }
    },
  };
}
