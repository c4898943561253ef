/** Makes something of an object once, however often it is asked for, for as long as the object lives. */
export function remember<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return of => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

/** The same of an object and a word with it. */
export function rememberEach<K extends object, W, V>(make: (of: K, which: W) => V): (of: K, which: W) => V {
  const made = remember<K, Map<W, { value: V }>>(() => new Map());
  return (of, which) => {
    const known = made(of).get(which) ?? { value: make(of, which) };
    made(of).set(which, known);
    return known.value;
  };
}
