import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { parsePublicId } from "../identifier";
import { readPlaces } from "../place-column";
import { currentPlans } from "./current";
import { goalColumns, readGoalRow, type SelectedGoal } from "./goal-row";
import { ratingScaleJson, readScale } from "./rating-scale";
import type { Initiative, Rating } from "@/lib/domain/plan";
import type { DatasetRow, GoalDetail } from "@/lib/domain/rows";

interface Row extends SelectedGoal {
  overallAssessment: string | null;
  futureConsiderations: string | null;
  places: string;
  fileName: string;
  scale: string;
  targetDetails: string;
  initiatives: string;
}

/** The priority goal of that public id in the dataset's current plans, whole; `null` where there is none. */
export async function findGoal(db: Database, dataset: DatasetRow, id: string): Promise<GoalDetail | null> {
  const home = homeMunicipality();
  const { municipalityId, localId } = parsePublicId(id, home);
  const [row] = await db.all<Row>(sql`
    select ${goalColumns}, g.overall_assessment as overallAssessment, g.future_considerations as futureConsiderations,
      g.places, d.file_name as fileName, ${ratingScaleJson} as scale,
      (select json_group_array(json_array(t.text, t.achievement, t.rating) order by t.position) from targets t
        where t.reading_id = g.reading_id and t.plan_position = g.plan_position and t.goal_position = g.position) as targetDetails,
      (select json_group_array(json_array(i.text, i.reported_result, i.responsible_unit) order by i.position) from initiatives i
        where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as initiatives
    ${currentPlans({ ...dataset, municipalityId }, sql`cross join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`)}
      and p.fiscal_year = ${parseInt(localId) || 0} and g.local_id = ${localId}
    limit 1`);
  if (!row) return null;
  return {
    ...readGoalRow(row, home),
    overallAssessment: row.overallAssessment,
    futureConsiderations: row.futureConsiderations,
    targetDetails: (JSON.parse(row.targetDetails) as [string, string | null, Rating | null][]).map(
      ([text, achievement, rating]) => ({ text, achievement, rating }),
    ),
    initiatives: (JSON.parse(row.initiatives) as [string, string | null, string | null][]).map(
      ([text, reportedResult, responsibleUnit]): Initiative => ({ text, reportedResult, responsibleUnit }),
    ),
    ratingScale: readScale(row.scale),
    places: readPlaces(row.places),
    fileName: row.fileName,
  };
}
