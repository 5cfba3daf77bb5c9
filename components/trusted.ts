// The one gate for what a hand does: an event that a script made changes nothing.

/** The handler, called only for events that the browser made itself out of a person's doing. */
export function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}
