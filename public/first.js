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
  const link = new URLSearchParams(location.search);
  const wanted = [link.get("lang"), chosen, ...(navigator.languages ?? [])].map((tag) => tag?.slice(0, 2));
  if (wanted.find((code) => code === "en" || code === "zh") === "zh") root.lang = "zh-Hans";
  if (location.search.length > 1 || root.lang !== "en") root.classList.add("other-view");

  // On a page of somebody else there is the section alone, and that page hears how high it is: whenever that changes,
  // and when it asks. Anybody may know.
  if (link.get("embed") === "1") {
    root.classList.add("embedded");
    const tell = () => {
      const height = Math.ceil(document.body?.getBoundingClientRect().height ?? 0);
      if (parent !== window && height > 0) parent.postMessage({ type: "tonnage-height", height }, "*");
    };
    addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
    addEventListener("message", ({ data }) => data?.type === "tonnage-ask" && tell());
  }
}
