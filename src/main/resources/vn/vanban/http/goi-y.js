// Suggestions under the search box (combobox with a list, WAI-ARIA 1.2). Without this script the box is a plain form.
(() => {
  'use strict';
  const box = document.getElementById('q');
  if (!box || !box.form) return;
  const english = document.documentElement.lang === 'en';
  const KINDS = english
    ? { number: 'number', title: 'document', issuer: 'body', subject: 'subject' }
    : { number: 'số', title: 'văn bản', issuer: 'cơ quan', subject: 'chủ đề' };
  const WAIT_MILLIS = 120;
  const list = document.createElement('ul');
  let options = [];
  let active = -1;
  let typed = box.value;
  let timer = 0;
  let asking = null;

  list.id = 'goi-y';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', english ? 'Suggestions' : 'Gợi ý');
  box.form.append(list);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');

  const close = () => {
    list.hidden = true;
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  const mark = (next) => {
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === next)));
    active = next;
    if (next < 0) {
      box.value = typed;
      box.removeAttribute('aria-activedescendant');
    } else {
      box.value = options[next].dataset.text;
      box.setAttribute('aria-activedescendant', options[next].id);
      options[next].scrollIntoView({ block: 'nearest' });
    }
  };

  const show = (suggestions) => {
    options = suggestions.map((suggestion, i) => {
      const option = document.createElement('li');
      const text = document.createElement('span');
      const kind = document.createElement('span');
      option.id = 'goi-y-' + i;
      option.dataset.text = suggestion.text;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      text.textContent = suggestion.text;
      text.lang = 'vi';
      kind.textContent = KINDS[suggestion.kind] || '';
      kind.className = 'kind';
      option.append(text, kind);
      // Not on click: the box would lose the focus first, and the list be closed.
      option.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        box.value = suggestion.text;
        close();
        box.form.requestSubmit();
      });
      return option;
    });
    list.replaceChildren(...options);
    active = -1;
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(options.length > 0));
  };

  const ask = async () => {
    if (asking) asking.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch('/api/v1/suggest?q=' + encodeURIComponent(typed), { signal: mine.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (mine === asking && document.activeElement === box) show(found);
    } catch (failure) {
      if (failure.name !== 'AbortError') close();
    }
  };

  box.addEventListener('input', () => {
    typed = box.value;
    clearTimeout(timer);
    if (typed.trim()) timer = setTimeout(ask, WAIT_MILLIS);
    else { if (asking) asking.abort(); close(); }
  });
  box.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const places = options.length + 1; // the last place is what was typed
      mark((active + 1 + step + places) % places - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      box.value = typed;
      close();
    }
  });
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', () => { clearTimeout(timer); if (asking) asking.abort(); });
})();
