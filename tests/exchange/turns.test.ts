import { describe, expect, it } from 'vitest';
import { turns, turnsOfEach } from '../../lib/exchange/turns.ts';

describe('turns', () => {
  it('never lets more go at once than allowed, keeps the order, and a failure gives its place back', async () => {
    const inTurn = turns(2);
    let going = 0;
    let most = 0;
    const order: number[] = [];
    const work = (n: number) =>
      inTurn(async () => {
        order.push(n);
        most = Math.max(most, ++going);
        await new Promise((resolve) => setTimeout(resolve, 5));
        going -= 1;
        if (n % 3 === 0) throw new Error(`work ${n}`);
        return n;
      });
    const results = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => work(n)));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([false, true, true, false, true, true, false, true, true]);
  });
});

describe('turns of each person', () => {
  it('one piece of work at a time for each, in order, whatever became of the one before; nobody waits for anybody else', async () => {
    const inTurnOfEach = turnsOfEach();
    const done: string[] = [];
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const work = (name: string, wait?: Promise<void>) => async () => {
      await wait;
      done.push(name);
      if (name.endsWith('!')) throw new Error(name);
      return name;
    };
    const first = [inTurnOfEach('a', work('a1!', held)), inTurnOfEach('a', work('a2'))];
    expect(await inTurnOfEach('b', work('b1'))).toBe('b1');
    expect(done).toEqual(['b1']);
    release();
    expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(done).toEqual(['b1', 'a1!', 'a2']);
  });
});
