/** The form of a coming year as an OpenAPI path; `answers` makes the responses of a media type. */
export function describeForm(answers: (content: Record<string, object>) => object): Record<string, object> {
  const parameter = (name: string, description: string, schema: object, example: string) => ({
    name,
    in: "path",
    required: true,
    description,
    schema,
    example,
  });
  return {
    "/api/forms/{kind}/{plan_id}.docx": {
      get: {
        operationId: "getForm",
        tags: ["sources"],
        summary: "運営方針の次の年度の様式（Word）",
        parameters: [
          parameter("kind", "previous は前年度の記載つき、blank は空欄", { type: "string", enum: ["previous", "blank"] }, "previous"),
          parameter("plan_id", "前年度の運営方針の識別子（plans の plan_id）", { type: "string" }, "2025-policy-promotion"),
          { $ref: "#/components/parameters/dataset" },
        ],
        responses: answers({ "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {} }),
      },
    },
  };
}
