// Renders the story again and again, as a page built on a component library does: new elements and new text nodes with
// the same words. `?every=MS` sets the pause, `?times=N` the end.
const parameters = new URLSearchParams(location.search);
const story = document.getElementById('story');
const paragraphs = [...story.children].map((paragraph) => paragraph.textContent);
let left = Number(parameters.get('times') ?? Number.POSITIVE_INFINITY);

function render() {
  story.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.append(text);
      return paragraph;
    }),
  );
  story.dataset.renders = String(Number(story.dataset.renders ?? 0) + 1);
  left -= 1;
  if (left > 0) setTimeout(render, Number(parameters.get('every') ?? 3000));
}

setTimeout(render, Number(parameters.get('every') ?? 3000));
