// Comforts of a document's page: places of values, contents that follow the reading, citations to copy, previews.
// Without this script all of it is plain links and text.
(() => {
  'use strict';
  const article = document.querySelector('article.document');
  const text = document.getElementById('van-ban');
  if (!article || !text) return;
  const say = (vietnamese, english) => document.documentElement.lang === 'en' ? english : vietnamese;
  const plainClick = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  const element = (name, className, content = '') => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = content;
    return made;
  };

  // Where a value was read: lit while one points at the value, gone to when one follows it.
  const places = [...text.querySelectorAll('[data-o]')];
  const placesOf = (link) => {
    const url = new URL(link.href);
    const span = /^(\d+)-(\d+)$/.exec(url.searchParams.get('doan'));
    return !span || url.pathname !== location.pathname ? []
      : places.filter((place) => +place.dataset.o >= +span[1] && +place.dataset.o < +span[2]);
  };
  for (const link of article.querySelectorAll('a.from, .warnings a.source')) {
    const light = (on) => placesOf(link).forEach((place) => place.classList.toggle('lit', on));
    link.addEventListener('pointerenter', () => light(true));
    link.addEventListener('pointerleave', () => light(false));
    link.addEventListener('focus', () => light(true));
    link.addEventListener('blur', () => light(false));
    link.addEventListener('click', (event) => {
      const found = placesOf(link);
      if (!found.length || !plainClick(event)) return;
      event.preventDefault();
      places.forEach((place) => place.classList.toggle('kept', found.includes(place)));
      if (!found[0].href) found[0].tabIndex = -1;
      found[0].scrollIntoView({ block: 'center' });
      found[0].focus({ preventScroll: true });
      history.replaceState(null, '', link.href);
    });
  }

  // The contents follow the reading.
  const contents = article.querySelector('.contents');
  const entries = new Map();
  for (const link of contents ? contents.querySelectorAll('a') : []) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) entries.set(section, link);
  }
  const crossing = new Set();
  let current = null;
  const line = new IntersectionObserver((changes) => {
    for (const change of changes) {
      if (change.isIntersecting) crossing.add(change.target); else crossing.delete(change.target);
    }
    const here = [...entries.keys()].filter((section) => crossing.has(section)).pop(); // the innermost
    const link = here && entries.get(here);
    if (!link || link === current) return;
    if (current) current.removeAttribute('aria-current');
    current = link;
    current.setAttribute('aria-current', 'location');
    contents.scrollTo({ top: current.offsetTop - contents.clientHeight / 2 });
  }, { rootMargin: '0px 0px -70% 0px' });
  entries.forEach((link, section) => line.observe(section));

  // Citations are copied by their button.
  const copying = (cite) => {
    const button = cite.querySelector('.copy');
    const told = element('span', 'meta');
    told.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      const words = cite.querySelector('.words');
      try {
        await navigator.clipboard.writeText(words.textContent);
        told.textContent = say('Đã chép.', 'Copied.');
      } catch {
        getSelection().selectAllChildren(words); // where the browser keeps the clipboard to itself
        told.textContent = say('Đã chọn; bấm Ctrl-C để chép.', 'Selected; press Ctrl-C to copy.');
      }
    });
    cite.append(' ', told);
  };
  article.querySelectorAll('.cite').forEach(copying);
  text.addEventListener('click', (event) => {
    const link = event.target.closest('.permalink');
    if (!link || !plainClick(event)) return;
    event.preventDefault();
    history.replaceState(null, '', link.href);
    const section = link.closest('section');
    let cite = section.querySelector(':scope > .cite');
    if (!cite) {
      cite = element('p', 'cite');
      cite.lang = document.documentElement.lang;
      const words = element('span', 'words', link.getAttribute('aria-label') + ' ' + article.dataset.cite);
      words.lang = 'vi';
      const button = element('button', 'copy', say('Chép', 'Copy'));
      button.type = 'button';
      cite.append(element('span', 'label', say('Trích dẫn:', 'Citation:')), ' ', words, ' ', button);
      copying(cite);
      (link.closest('h2, h3, h4, h5, h6') || link).after(cite);
    }
    cite.querySelector('.copy').focus();
  });

  // What a citation means is shown beside it (WCAG 2.2, 1.4.13: it stays under the pointer, Escape closes it).
  const WAIT_MILLIS = 250;
  const card = element('div', 'preview');
  const answers = new Map();
  let shownFor = null;
  let timer = 0;
  card.id = 'xem-truoc';
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  document.body.append(card);

  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    if (shownFor) shownFor.removeAttribute('aria-describedby');
    shownFor = null;
  };
  const own = (link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!section) return '';
    const copy = section.cloneNode(true);
    copy.querySelectorAll('.permalink, .cite').forEach((part) => part.remove());
    const words = copy.textContent.replace(/\s+/g, ' ').trim();
    return words.length > 420 ? words.slice(0, 420) + ' …' : words;
  };
  const meaning = async (link) => {
    const url = new URL(link.href);
    if (!url.pathname.endsWith('/vien-dan')) return [element('p', 'excerpt', own(link))];
    url.pathname += '/xem-truoc';
    if (!answers.has(url.href)) {
      const answer = await fetch(url);
      if (!answer.ok) return [];
      answers.set(url.href, await answer.text());
    }
    return [...new DOMParser().parseFromString(answers.get(url.href), 'text/html').body.childNodes];
  };
  const show = async (link) => {
    hide();
    shownFor = link;
    let parts = [];
    try {
      parts = await meaning(link);
    } catch {
      // The link itself leads there.
    }
    if (shownFor !== link || !parts.some((part) => part.textContent.trim())) return;
    card.replaceChildren(...parts);
    card.hidden = false;
    const at = link.getClientRects()[0] || link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = Math.max(8, Math.min(at.left, room)) + 'px';
    const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
    card.style.top = scrollY + (below ? at.bottom + 4 : at.top - card.offsetHeight - 4) + 'px';
    link.setAttribute('aria-describedby', card.id);
  };
  for (const link of text.querySelectorAll('a.cites')) {
    link.addEventListener('focus', () => show(link));
    link.addEventListener('blur', hide);
    link.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      timer = setTimeout(() => show(link), WAIT_MILLIS);
    });
    link.addEventListener('pointerleave', () => { clearTimeout(timer); timer = setTimeout(hide, WAIT_MILLIS); });
  }
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', () => { timer = setTimeout(hide, WAIT_MILLIS); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
})();
