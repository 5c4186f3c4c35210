import { type Reception, receive as receiveOnMonotonicClock } from '../infra/clock.ts';

/** To call first thing in an action or a route: the moment from which nobody is made late by us. */
export function receive(): Reception {
  return receiveOnMonotonicClock();
}
