// How a call of messages/protocol.ts travels: one runtime message, one reply, errors told as rejected promises.
// `answer` takes a gate, so that no handler can be reached by a sender that it was not written for.
import { type Browser, browser } from 'wxt/browser';

type Callable = (...args: never[]) => unknown;
type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;
type Result<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

/** Calls to one receiver, by name: `await background.call('listAnnotations', url)`. */
export interface Caller<Calls> {
  call<Name extends keyof Calls & string>(name: Name, ...args: Arguments<Calls[Name]>): Promise<Result<Calls[Name]>>;
}

/** A handler for each call of the interface; a missing one does not compile. */
export type Handlers<Calls> = {
  [Name in keyof Calls]: (
    sender: Sender,
    ...args: Arguments<Calls[Name]>
  ) => Result<Calls[Name]> | Promise<Result<Calls[Name]>>;
};

export type Sender = Browser.runtime.MessageSender;

/** Which interface of the protocol a message belongs to. */
export type Channel = 'page-to-background' | 'extension-to-background' | 'to-page' | 'to-offscreen';

interface Message {
  pressmark: Channel;
  name: string;
  args: unknown[];
}

type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** The extension was reloaded, updated or removed while this page stayed open: nothing can be reached from here. */
export class ExtensionGone extends Error {
  override name = 'ExtensionGone';
}

/** Nobody answered: the receiver is not there (yet). */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** @param post sends one message and returns the reply; undefined when nobody took it. */
export function callerOf<Calls>(channel: Channel, post: (message: Message) => Promise<unknown>): Caller<Calls> {
  return {
    async call(name, ...args) {
      const reply = await post({ pressmark: channel, name, args });
      if (!isReply(reply)) throw new NoAnswer(`Nobody answered ${name}`);
      if (!reply.ok) throw new Error(reply.error);
      return reply.value as Result<Calls[typeof name]>;
    },
  };
}

/**
 * Answers the calls of one channel from senders that pass the gate. Returns its stop.
 * @param failed hears what the caller is told of a call that failed
 */
export function answer<Calls>(
  channel: Channel,
  allows: (sender: Sender) => boolean,
  failed: (name: string, error: unknown) => void,
  handlers: Handlers<Calls>,
): () => void {
  const byName = new Map<string, Callable>(Object.entries(handlers));
  const listener = (message: unknown, sender: Sender, respond: (reply: Reply) => void): true | undefined => {
    if (!isMessage(message) || message.pressmark !== channel || !allows(sender)) return undefined;
    const handler = byName.get(message.name);
    if (handler === undefined) return undefined;
    Promise.resolve()
      .then(() => handler(...([sender, ...message.args] as never[])))
      .then(
        (value) => respond({ ok: true, value }),
        (error: unknown) => {
          respond({ ok: false, error: error instanceof Error ? error.message : String(error) });
          failed(message.name, error);
        },
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'pressmark' in value && 'name' in value && 'args' in value;
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
