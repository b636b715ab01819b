/** Where home screens look for an icon by themselves, whatever a page names. */
export function GET(): Response {
  return new Response(null, { status: 308, headers: { Location: "/apple-icon.png" } });
}
