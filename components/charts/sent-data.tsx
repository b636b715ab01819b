import type { InteractiveData } from "./interactive-props";

interface SentDataProps<Name extends keyof InteractiveData> {
  chart: Name;
  id: string;
  data: InteractiveData[Name];
}

/** What an interactive chart takes, in the page. React would send it within its own data, at twice the length. */
export function SentData<Name extends keyof InteractiveData>({ id, data }: SentDataProps<Name>) {
  return <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}
