import { COURSE_SIGNS } from "@/lib/charts/rating-change/course-sign";
import { COURSES, type Course, type RatingChange } from "@/lib/charts/rating-change/model";
import type { ChangeRow } from "@/lib/charts/rating-change/row";
import { nameCourse } from "@/lib/charts/rating-change/sentence";
import { nameMeaning } from "@/lib/charts/rating-distribution/category";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import type { LegendEntry } from "../legend-list";
import { StripePattern } from "../rating-distribution/marks";
import { Badge } from "../text-drawing";
import { ChangeShape, classOf, FallPattern } from "./marks";

/** What a drawing holds that its legend tells. */
export interface ChangeKinds {
  rows: Pick<ChangeRow, "rating" | "label" | "tone" | "short">[];
  courses: Course[];
  /** Bands, not lines. */
  counted: boolean;
  language: Language;
}

/** Each rating once, as several scales may have one. */
export function listChangeKinds({ rows, lines, bands, language }: Pick<RatingChange, "rows" | "lines" | "bands" | "language">): ChangeKinds {
  return {
    rows: [...new Map(rows.map(({ rating, label, tone, short }) => [label, { rating, label, tone, short }])).values()],
    courses: COURSES.filter((course) => lines.some((line) => line.course === course)),
    counted: bands !== null,
    language,
  };
}

/** What the marks of rows stand for, then lines or bands; only what the drawing holds. */
export function listChangeLegend({ rows, courses, counted, language }: ChangeKinds, id: string): LegendEntry[] {
  return [
    ...rows.map(
      ({ rating, label, tone, short }): LegendEntry => ({
        text: nameMeaning({ rating, label }),
        width: 16,
        swatch: (
          <>
            {tone === "e" && <StripePattern id={id} />}
            <Badge badge={{ x: 0.75, y: 0.75, size: 14.5, tone, text: short }} id={id} />
          </>
        ),
      }),
    ),
    ...courses.map(
      (course): LegendEntry => ({
        text: `${COURSE_SIGNS[course]}${nameCourse(course, chartTexts(language))}`,
        className: classOf(course),
        swatch: <CourseSwatch course={course} counted={counted} id={id} />,
      }),
    ),
  ];
}

/** A line or a band as the course goes: upwards, level or downwards. */
function CourseSwatch({ course, counted, id }: { course: Course; counted: boolean; id: string }) {
  const slope = course === "up" ? -3 : course === "down" ? 3 : 0;
  const shape = {
    course,
    thickness: counted ? 7 : 0,
    points: [
      { x: 1, y: 8 - slope },
      { x: 31, y: 8 + slope },
    ],
  };
  return (
    <>
      {counted && course === "down" && <FallPattern id={id} />}
      <ChangeShape mark={shape} id={id} />
    </>
  );
}
