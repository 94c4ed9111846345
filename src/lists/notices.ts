import * as v from 'valibot';
import { noticeAudiences, type Notice } from '../domain/notices';
import { choice, day, note, shared, text } from './define';
import { dayCell, filledTextCell, meaning, optionalTextCell, rowOf, textCell } from './row';

/** Typed by staff. Title is the headline. */
export const noticesList = shared({
  name: 'Notices',
  title: 'Notices',
  description: 'What the school tells families: the whole school, a year group or a class.',
  fields: [
    note('Body', 'Text'),
    choice('Audience', 'For', noticeAudiences, { required: true }),
    /** 'Year 8' or the name of a class; empty for the whole school */
    text('AudienceValue', 'Year group or class'),
    day('FromDay', 'Show from', { indexed: true, required: true }),
    day('UntilDay', 'Show until', { indexed: true, required: true }),
  ],
});

const row = rowOf(noticesList, {
  Id: v.number(),
  Title: filledTextCell,
  Body: textCell,
  Audience: v.picklist(noticeAudiences),
  AudienceValue: optionalTextCell,
  FromDay: dayCell,
  UntilDay: dayCell,
});

export const noticeRow = meaning(
  row,
  ({ Id, Title, Body, Audience, AudienceValue, FromDay, UntilDay }): Notice => ({
    id: String(Id),
    title: Title,
    body: Body,
    audience: Audience,
    audienceValue: AudienceValue,
    from: FromDay,
    until: UntilDay,
  }),
);
