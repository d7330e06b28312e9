/** A word of a command, as a POSIX shell reads it: quoted where it holds more than letters, digits and what ids are made of. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
