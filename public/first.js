// Runs before anything is drawn. The static page is the one that the site opens with, in English: a link that asks for
// another view, and a reader of another language, must not see it for a moment.

{
  const root = document.documentElement;
  let chosen;
  try {
    chosen = localStorage.getItem("tonnage.language");
  } catch {
    // No storage: nobody chose.
  }
  // As the page does (src/state/page.rs): the link's language, the one that was chosen, what the browser prefers.
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, chosen, ...(navigator.languages ?? [])].map((tag) => tag?.slice(0, 2));
  if (wanted.find((code) => code === "en" || code === "zh") === "zh") root.lang = "zh-Hans";
  if (location.search.length > 1 || root.lang !== "en") root.classList.add("other-view");
}
