import * as React from 'react';
import { kitFor, type KitRule } from '../../domain/timetable/kit';
import type { Lesson } from '../../domain/timetable/lesson';
import { Icon } from '../../ui/icons';
import { useEnvironment } from '../../app/environment';
import styles from './TodayPanel.module.scss';

/** What to bring on a day. Not to be shown where it is not known. */
export function Bring({ things }: { readonly things: readonly string[] }): React.ReactElement {
  const { strings } = useEnvironment();
  const isNothing = things.length === 0;
  return (
    <p className={`${styles.bring} ${isNothing ? styles.quiet : ''}`}>
      <Icon name="bag" className={isNothing ? styles.bag : `${styles.bag} ${styles.full}`} />
      {isNothing ? (
        strings.today.nothingToBring
      ) : (
        <span>
          <span className={styles.bringWord}>{strings.today.bring}</span> {strings.today.things(things)}
        </span>
      )}
    </p>
  );
}

/** In brief, only what is not as usual is said of single lessons. */
export function Changes({ lessons }: { readonly lessons: readonly Lesson[] }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  return (
    <>
      {lessons.map(
        (lesson) =>
          lesson.change && (
            <p key={lesson.start + lesson.className} className={styles.summary}>
              <span className={styles.change}>{strings.today.changedLessons[lesson.change](lesson.subject, dates.time(lesson.start))}</span>
            </p>
          ),
      )}
    </>
  );
}

export function Lessons({
  lessons,
  rules,
}: {
  readonly lessons: readonly Lesson[];
  readonly rules: readonly KitRule[];
}): React.ReactElement {
  const { strings } = useEnvironment();
  return (
    <ol className={styles.lessons} aria-label={strings.today.lessons}>
      {lessons.map((lesson) => (
        <LessonRow key={lesson.period + lesson.start + lesson.className} lesson={lesson} rules={rules} />
      ))}
    </ol>
  );
}

function LessonRow({ lesson, rules }: { readonly lesson: Lesson; readonly rules: readonly KitRule[] }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const bring = kitFor(lesson, rules);
  const details = [
    ...(lesson.room === undefined ? [] : [strings.today.room(lesson.room)]),
    ...(lesson.teacher === undefined ? [] : [strings.today.teacher(lesson.teacher)]),
    ...(bring.length === 0 ? [] : [strings.today.bringToLesson(bring)]),
  ];
  return (
    <li className={styles.lesson}>
      <span className={styles.time}>{strings.today.fromTo(dates.time(lesson.start), dates.time(lesson.end))}</span>
      <span className={styles.what}>
        <span className={`${styles.subject} ${lesson.change === 'cancelled' ? styles.cancelled : ''}`}>{lesson.subject}</span>{' '}
        {lesson.change && <span className={styles.change}>{strings.today.changes[lesson.change]}</span>}
        {details.length > 0 && <span className={styles.where}>{details.join(' · ')}</span>}
      </span>
    </li>
  );
}

/** How many lessons, and from when to when. */
export function Hours({ lessons }: { readonly lessons: readonly Lesson[] }): React.ReactElement | null {
  const { strings, dates } = useEnvironment();
  const [first, last] = [lessons[0], lessons[lessons.length - 1]];
  if (!first || !last) return null;
  return <p className={styles.summary}>{strings.today.summary(lessons.length, dates.time(first.start), dates.time(last.end))}</p>;
}
