/* Read as text and run in the page: an expression that gives what the tests want to know of it. */
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const isOpaque = (colour) => colour.startsWith('rgb') && (numbers(colour)[3] ?? 1) === 1;
  const linear = (each) =>
    each <= 0.04045 * 255 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour).map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (isOpaque(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  /** In a picture: the fill of the shape drawn last before a text, under its middle. */
  const shapeUnder = (text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isUnder = (shape) => {
      const at = shape.getBoundingClientRect();
      return at.left <= x && x <= at.right && at.top <= y && y <= at.bottom;
    };
    const isBefore = (shape) =>
      (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return [...text.closest('svg').querySelectorAll('rect')]
      .filter((shape) => isBefore(shape) && isUnder(shape))
      .map((shape) => getComputedStyle(shape).fill)
      .findLast(isOpaque);
  };
  const contrastOf = (element) => {
    const isDrawn = element.namespaceURI.endsWith('svg');
    const style = getComputedStyle(element);
    const ground = (isDrawn ? shapeUnder(element) : undefined) ?? groundOf(element);
    const pair = [isDrawn ? style.fill : style.color, ground].map(luminance);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.textContent.trim() === '' || element.closest('title, desc, style, .hidden')) continue;
    texts.push({ text: node.textContent.trim().slice(0, 40), contrast: contrastOf(element) });
  }
  const shownTexts = all(
    'main :not(.hidden, .hidden *, thead, thead *, svg *), header *, footer *',
  );
  return {
    scrollWidth: document.documentElement.scrollWidth,
    rightmostPx: Math.max(...shownTexts.map((each) => each.getBoundingClientRect().right)),
    texts,
    ground: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    headingLevels: all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1))),
    handlers: all('*').flatMap((each) =>
      each.getAttributeNames().filter((name) => name.startsWith('on') || name === 'href'),
    ),
  };
})();
