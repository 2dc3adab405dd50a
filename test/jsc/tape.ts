/**
 * What the cases of the SDK matrix hear of the service and of `wx.request`, written down in Node, and told again
 * where there is no HTTP.
 */
export interface Tape {
  /** What was read of the service, or called there, in order. */
  heard: { name: string; isCall: boolean; value: unknown }[];
  /** What each `wx.request` was told, in the order of the requests. */
  replies: Reply[];
}

export interface Reply {
  outcome: 'success' | 'fail';
  value: object;
}

export interface WxRequest {
  success(response: object): void;
  fail(error: object): void;
}

type Request = (options: WxRequest) => object;

export const newTape = (): Tape => ({ heard: [], replies: [] });

/** An object that is as the service, and writes down what is heard of it. */
export function recordService<Service extends object>(service: Service, tape: () => Tape): Service {
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      const heard = (result: unknown, isCall: boolean) => {
        tape().heard.push({ name: String(name), isCall, value: copyOf(result) });
        return result;
      };
      if (typeof value !== 'function') return heard(value, false);
      return (...args: unknown[]) => heard(value(...args), true);
    },
  });
}

/** The service as it was heard. */
export function replayService(tape: () => Tape): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        const [next] = tape().heard;
        if (next?.name !== name) throw new Error(`asked for ${String(name)}, not ${next?.name}`);
        const tell = () => tape().heard.shift()?.value;
        return next.isCall ? tell : tell();
      },
    },
  );
}

export function recordRequests(request: Request, tape: () => Tape): Request {
  return (options) => {
    const { replies } = tape();
    const index = replies.push({ outcome: 'fail', value: {} }) - 1;
    const told = (outcome: Reply['outcome']) => (value: object) => {
      replies[index] = { outcome, value: copyOf(value) };
      options[outcome](value);
    };
    return request({ ...options, success: told('success'), fail: told('fail') });
  };
}

export function replayRequests(tape: () => Tape): Request {
  return (options) => {
    const reply = tape().replies.shift();
    if (!reply) throw new Error('a request that was not made before');
    setTimeout(() => options[reply.outcome](reply.value), 0);
    return { abort() {} };
  };
}

function copyOf<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
