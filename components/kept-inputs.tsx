import type { Place } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";

/** Keeps in a form that leads to `place` all that the view asks for, but for what the form itself asks. */
export function KeptInputs({ place, view, asked = [] }: { place: Place; view: View; asked?: readonly string[] }) {
  return place.takes
    .filter(({ name }) => !asked.includes(name))
    .flatMap((parameter) =>
      parameter.print(view, place.usual).map((value) => <input key={`${parameter.name}=${value}`} type="hidden" name={parameter.name} value={value} />),
    );
}
