import { describe, expect, it } from 'vitest';
import { createIdleClock, defaultIdleMinutes } from '../../../electron/backend/rpc/idle-clock.ts';

const make = () => {
  const time = { wall: 1_700_000_000_000, monotonic: 5000 };
  const heard: string[] = [];
  const idle = createIdleClock(
    { wall: () => time.wall, monotonic: () => time.monotonic },
    { lock: (reason) => heard.push(reason), warn: (seconds) => heard.push(`warn ${seconds}`) },
  );
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      time.wall += 1000;
      time.monotonic += 1000;
      idle.tick();
    }
  };
  return { time, heard, idle, pass };
};

describe('the idle clock', () => {
  it('warns once, then locks after the default time', () => {
    const { heard, pass } = make();
    pass(defaultIdleMinutes * 60 - 31);
    expect(heard).toEqual([]);
    pass(30);
    expect(heard).toEqual(['warn 30']);
    pass(1);
    expect(heard).toEqual(['warn 30', 'idle']);
  });

  it('starts anew whenever a person is there', () => {
    const { heard, idle, pass } = make();
    pass(280);
    idle.active();
    pass(269);
    expect(heard).toEqual(['warn 30']);
    pass(31);
    expect(heard).toEqual(['warn 30', 'warn 30', 'idle']);
  });

  it('follows the setting', () => {
    const { heard, idle, pass } = make();
    idle.setLimit(1);
    pass(60);
    expect(heard).toEqual(['warn 30', 'idle']);
  });

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('locks when the clock is set %s', (_name, jump) => {
    const { heard, idle, time } = make();
    time.wall += jump;
    time.monotonic += 1000;
    idle.tick();
    expect(heard).toEqual(['clockJump']);
  });

  it('locks after a sleep that both clocks have seen', () => {
    const { heard, idle, time } = make();
    time.wall += 3_600_000;
    time.monotonic += 3_600_000;
    idle.tick();
    expect(heard).toEqual(['idle']);
  });

  it('locks after a sleep although the first that is seen of it is a key', () => {
    const { heard, idle, time } = make();
    time.wall += 3_600_000;
    time.monotonic += 3_600_000;
    idle.active();
    expect(heard).toEqual(['idle']);
  });

  it('takes nothing that the clocks did before a person came in for a jump', () => {
    const { heard, idle, time, pass } = make();
    time.wall += 3_600_000;
    idle.begin();
    pass(10);
    expect(heard).toEqual([]);
  });

  it('locks when the system says that nobody has touched the computer, however active its windows are', () => {
    const { heard, idle, pass } = make();
    idle.begin();
    pass(defaultIdleMinutes * 60 - 1);
    idle.active();
    idle.systemIdle(defaultIdleMinutes * 60 - 20);
    pass(1);
    expect(heard).toEqual(['warn 30', 'warn 20']);
    idle.active();
    idle.systemIdle(defaultIdleMinutes * 60 + 100);
    pass(1);
    expect(heard.at(-1)).toBe('idle');
  });

  it('does not take the time before a person came in for absence', () => {
    const { heard, idle, pass } = make();
    idle.begin();
    idle.systemIdle(86_400);
    pass(10);
    idle.systemIdle(86_400);
    pass(1);
    expect(heard).toEqual([]);
  });
});
