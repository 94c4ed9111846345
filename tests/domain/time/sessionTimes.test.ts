import { registerDueBy, schoolDayEnds, sessionAt } from '../../../src/domain/time/sessionTimes';

it('A lesson belongs to the morning until half past twelve', () => {
  expect(['08:00', '12:29', '12:30', '15:00'].map(sessionAt)).toEqual(['AM', 'AM', 'PM', 'PM']);
});

it('A register is due at noon and at four, when the day is over', () => {
  expect(registerDueBy).toEqual({ AM: '12:00', PM: '16:00' });
  expect(schoolDayEnds).toBe('16:00');
});
