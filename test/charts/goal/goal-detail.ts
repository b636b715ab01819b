import type { Rating } from "@/lib/domain/plan";
import { type RatingScale, rateBy } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import { type GoalInput, KASHIWARA, makeGoal } from "../../rows";

/** What `makeGoalDetail` takes: each list holds a part's rating, by its letter on `scale`; of initiatives `undefined` where the form rates none. */
export interface GoalDetailInput extends GoalInput {
  targets?: never;
  targetRatings?: (Rating | null)[];
  initiativeRatings?: (Rating | null | undefined)[];
}

/** A whole goal with plain texts (架空), for tests; give what matters. */
export function makeGoalDetail({ initiativeRatings = [], ...input }: GoalDetailInput = {}): GoalDetail {
  const { scale = KASHIWARA, targetRatings = [] } = input;
  const row = makeGoal({ ...input, initiativeCount: initiativeRatings.length });
  return {
    ...row,
    listedRatingText: null,
    overallAssessment: null,
    futureConsiderations: null,
    targetDetails: targetRatings.map((rating, index) => ({
      text: `達成目標のその${index + 1}として、地域の防災訓練の参加者を前の年度より増やします。`,
      achievement: null,
      rating: rateBy(scale, rating),
      assessments: [],
    })),
    initiatives: initiativeRatings.map((rating, index) => ({
      text: `取組のその${index + 1}として、各地区の自主防災組織と連携し、避難所の開設と運営の訓練を実施するとともに、備蓄品を点検して入れ替えます。`,
      reportedResult: null,
      responsibleUnit: "危機管理課",
      rating: rating === undefined ? null : rateBy(scale as RatingScale, rating),
      ratingText: rating ?? null,
      assessments: [],
    })),
    assessments: [],
    ratingScale: [...scale.entries],
    places: {},
    fileName: "plan.txt",
  };
}
