import type { DepartmentPlan } from "@/lib/domain/plan";
import { beginUndertakings, continueUndertakings } from "./goal-history";
import { MUNICIPALITY_NAMES, nameMunicipality } from "./municipality-name";
import { writePlan } from "./plan";
import { createRandom } from "./random";
import { FIELDS } from "./vocabulary";

/** How large an invented country is. The same `seed` gives the same plans, whatever the other municipalities are. */
export interface CountrySize {
  municipalities: number;
  departments: number;
  years: number;
  seed: number;
}

/** A municipality's plans of one year, one a department. `index` is the municipality's, from 0. */
export interface PlansOfYear {
  index: number;
  fiscalYear: number;
  plans: DepartmentPlan[];
}

/** The year that every municipality's plans end with: some departments have not evaluated it yet. */
const LAST_YEAR = 2025;

/** Most that may be asked for. */
export const LARGEST: Omit<CountrySize, "seed"> = { municipalities: MUNICIPALITY_NAMES, departments: 60, years: 30 };

/**
 * The plans of an invented country, municipality by municipality and year by year, made when they are asked for. All
 * is recombined from the lists of `vocabulary.ts`; municipalities and titles are marked 架空.
 */
export function* generateCountry({ municipalities, departments, years, seed }: CountrySize): Generator<PlansOfYear> {
  for (let index = 0; index < municipalities; index += 1) {
    const municipality = nameMunicipality(index);
    const offices = Array.from({ length: departments }, (_, at) => {
      const field = FIELDS[at % FIELDS.length]!;
      const random = createRandom(`${seed} ${index} ${at}`);
      const round = Math.floor(at / FIELDS.length);
      const department = round === 0 ? field.department : field.department.replace(/部$/, `第${round + 1}部`);
      return { field, department, random, undertakings: beginUndertakings(field, random) };
    });
    for (let fiscalYear = LAST_YEAR - years + 1; fiscalYear <= LAST_YEAR; fiscalYear += 1) {
      const plans = offices.map(({ field, department, random, undertakings }) => {
        const stage = fiscalYear === LAST_YEAR && random.chance(0.3) ? "plan" : "evaluated";
        return writePlan({ municipality, department, field, fiscalYear, stage }, undertakings, random);
      });
      for (const office of offices) office.undertakings = continueUndertakings(office.undertakings, office.field, office.random);
      yield { index, fiscalYear, plans };
    }
  }
}
