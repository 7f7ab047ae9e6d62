// For pages that embed sections of this site: makes each of their frames as high as what it shows
// (docs/publishing.md, "Put a chart on another page").

{
  const FRAMES = "iframe[data-fit]";
  // No section is higher, and no frame is to fill a page.
  const HIGHEST = 10_000;

  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "tonnage-height" || !(data.height > 0 && data.height <= HIGHEST)) return;
    for (const frame of document.querySelectorAll(FRAMES)) {
      // A frame says how high it is itself, never another.
      if (frame.contentWindow !== source) continue;
      const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.ceil(data.height) + border}px`;
    }
  });

  // Those that are there already said it before anybody listened.
  for (const frame of document.querySelectorAll(FRAMES)) frame.contentWindow?.postMessage({ type: "tonnage-ask" }, "*");
}
