/** A `wx.request` that answers at once, without a network. */
import { request as overHttp, type RequestOptions } from '../support/wx';

/** What `wx.request` calls, in this order: more than one of them would be a fault of its own. */
export type Reply = Answered | { errMsg: string | undefined };
export interface Answered {
  statusCode?: number;
  header?: object;
  data?: string;
}

export type Replies = Reply[] | ((authorization: string) => Reply[]);

/** One answer for the calls of one bucket, and what was thrown when the SDK was handed it. */
interface Place {
  Bucket: string;
  replies: Replies;
  thrown: Error[];
}

interface Options {
  header: Record<string, string>;
  success(reply: Answered): void;
  fail(reply: object): void;
}

const places = new Map<string, Place>();

/** A bucket of its own for an answer, by which it is found again: so that many can be under way. */
export function placeFor(replies: Replies): Place {
  const place: Place = { Bucket: `fault-${places.size}`, replies, thrown: [] };
  places.set(place.Bucket, place);
  return place;
}

/** Answers for a place in this process, and for all other hosts over HTTP. */
export function request(options: RequestOptions): object {
  const [Bucket = ''] = new URL(options.url).hostname.split('.');
  const place = places.get(Bucket);
  if (!place) return overHttp(options);
  // Before any timer: so no call of a busy machine can end as a Timeout but those that hang.
  queueMicrotask(() => answer(options as Options, place));
  return { abort() {} };
}

function answer({ header, success, fail }: Options, { replies, thrown }: Place): void {
  const all = Array.isArray(replies) ? replies : replies(`${header.Authorization}`);
  for (const reply of all) {
    try {
      if ('errMsg' in reply) fail(reply);
      else success({ ...reply });
    } catch (error) {
      thrown.push(error as Error);
    }
  }
}
