import { isFictitious } from "@/lib/domain/fictitious";
import { ja } from "@/lib/texts/ja";

/** Says over a page, on paper too, that nothing of an invented municipality is real; nothing where it is a real one. */
export function FictitiousBanner({ municipality }: { municipality: string }) {
  if (!isFictitious(municipality)) return null;
  return (
    <p className="border-b border-notice-edge bg-notice px-4 py-1 text-center text-sm font-bold">
      {ja.site.fictitious.map((sentence) => (
        <span key={sentence} className="inline-block">
          {sentence}
        </span>
      ))}
    </p>
  );
}
