/** What is worked out once for a record, and kept with it: a build has one, `dev` reads a new one for each page. */
export function perRecord<T>(make: (locals: App.Locals) => T): (locals: App.Locals) => T {
  const made = new WeakMap<App.Locals['record'], T>();
  return (locals) => {
    const known = made.get(locals.record);
    if (known !== undefined) return known;
    const value = make(locals);
    made.set(locals.record, value);
    return value;
  };
}
