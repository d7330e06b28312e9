/** What a provider does one after the other within an instance, by the name of what it touches. */
export class Locks {
  private readonly last = new Map<string, Promise<unknown>>();

  async holding<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    // a failure is the caller's; whoever waits behind only waits
    this.last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
