import type { DepartmentPlan } from "@/lib/domain/plan";

/** A plan with one of everything: by it is found which tags of a template name something. */
export const SPECIMEN: DepartmentPlan = {
  municipality: "市",
  department: "部",
  fiscalYear: 2025,
  title: "表題",
  stage: "evaluated",
  officers: [{ post: "部長", name: "氏名", duty: "担当" }],
  basicPolicy: ["方針"],
  ratingScale: [{ rating: "A", label: "達成", criterion: "100%", min: 100, max: 100 }],
  priorityGoals: [
    {
      number: 1,
      policyGoal: { code: "1", name: "目標" },
      policyArea: "分野",
      title: "題名",
      listedRating: "A",
      overallRating: "A",
      overallAssessment: "総括",
      futureConsiderations: "今後",
      targets: [{ text: "目標", achievement: "状況", rating: "A" }],
      initiatives: [{ text: "取組", reportedResult: "実績", responsibleUnit: "課" }],
    },
  ],
};
