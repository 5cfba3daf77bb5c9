// Goes to the next article without loading a page: fetches it, swaps the story and pushes the address, as many
// newsrooms do.
async function show(address) {
  const answer = await fetch(address);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.title = next.title;
  document.querySelector('main').replaceWith(document.adoptNode(next.querySelector('main')));
  for (const element of document.querySelectorAll('head meta, head link[rel=canonical], head script[type]')) element.remove();
  for (const element of next.querySelectorAll('head meta, head link[rel=canonical], head script[type]')) {
    document.head.append(document.adoptNode(element));
  }
  scrollTo(0, 0);
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a#next') : null;
  if (link === null) return;
  event.preventDefault();
  const address = link.href;
  show(address).then(() => history.pushState({}, '', address));
});

addEventListener('popstate', () => show(location.href));
