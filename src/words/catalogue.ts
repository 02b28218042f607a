import type { Lang } from '../model/lang.ts';

/** The names of the places of a text: `file` and `rows` of `{file}: {rows} {rows|row|rows}`. */
export type PlacesOf<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? NameOf<Place> | PlacesOf<Rest>
  : never;

type NameOf<Place extends string> = Place extends `${infer Name}|${string}` ? Name : Place;

/** What a text wants for its places. A text that is only known when the program runs wants whatever it is given. */
export type ValuesFor<Text extends string> = string extends Text
  ? Readonly<Record<string, string | number>>
  : { readonly [Place in PlacesOf<Text>]: string | number };

/** A text that needs more than places: it is counted, or has parts that may be missing. */
type Told = (...values: never[]) => string;

/** Texts by name, perhaps in groups. */
type Texts = { readonly [name: string]: string | Told | readonly string[] | Texts };

/** The same names, in the same groups. */
type Shape<En> = {
  readonly [Name in keyof En]: En[Name] extends string
    ? string
    : En[Name] extends Told
      ? En[Name]
      : Shape<En[Name]>;
};

/** The Italian texts where each has the places of the English one; what has others can be no text at all. */
type Agreeing<En, It> = {
  readonly [Name in keyof It]: Name extends keyof En
    ? En[Name] extends string
      ? It[Name] extends string
        ? Same<PlacesOf<En[Name]>, PlacesOf<It[Name]>, It[Name]>
        : never
      : En[Name] extends Told
        ? It[Name]
        : Agreeing<En[Name], It[Name]>
    : never;
};

type Same<A, B, Yes> = [A] extends [B]
  ? [B] extends [A]
    ? Yes
    : { readonly placesDiffer: A | B }
  : { readonly placesDiffer: A | B };

/**
 * The words of something in both languages. The compiler holds them together: each text stands in both, with the same
 * places, and whoever fills a text gives a value for each of its places (`fill`). No interface repeats the names.
 */
export function catalogue<const En extends Texts, const It extends Shape<En>>(
  en: En,
  it: It & Agreeing<En, It>,
): Readonly<Record<Lang, En | It>> {
  return { en, it };
}
