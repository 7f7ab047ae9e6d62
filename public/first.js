// Runs before anything is drawn. The static page is the one that the site opens with: a link that asks for
// another view must not show it for a moment.

if (location.search.length > 1) document.documentElement.classList.add("other-view");
