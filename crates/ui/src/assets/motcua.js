// Small conveniences. Every page works without them.

// A form is sent once: a second press of the button waits for the first answer.
for (const form of document.querySelectorAll('form[method="post"]')) {
    form.addEventListener('submit', (event) => {
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = 'yes';
        setTimeout(() => delete form.dataset.sent, 8000);
    });
}

// The error summary takes the focus, so that screen readers and keyboards begin there.
document.querySelector('.error-summary')?.focus();

// Print buttons appear where printing is possible.
for (const button of document.querySelectorAll('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
}

// Suggestions under a search box while somebody types: links like any others. Down and up walk through them,
// Escape puts them away, and how many there are is said once.
for (const input of document.querySelectorAll('input[data-suggest]')) {
    const said = document.createElement('p');
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    const place = document.createElement('div');
    place.className = 'suggestions';
    place.hidden = true;
    input.after(said, place);
    let waiting;
    let asked;
    const close = () => {
        place.hidden = true;
        said.textContent = '';
    };
    const ask = async () => {
        const typed = input.value.trim();
        asked?.abort();
        if (typed.length < 2) {
            close();
            return;
        }
        asked = new AbortController();
        try {
            const query = new URLSearchParams({ q: typed });
            const answer = await fetch(`/procedures/suggest?${query}`, { signal: asked.signal });
            if (!answer.ok) {
                return;
            }
            place.innerHTML = await answer.text();
            const links = place.querySelectorAll('a');
            place.hidden = links.length === 0;
            said.textContent = links.length ? place.firstElementChild.dataset.said : '';
        } catch {
            // Typed on, or the line dropped: the button still searches.
        }
    };
    input.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(ask, 150);
    });
    const step = (event) => {
        const links = [...place.querySelectorAll('a')];
        const here = links.indexOf(document.activeElement);
        if (event.key === 'Escape' && !place.hidden) {
            close();
            input.focus();
        } else if (event.key === 'ArrowDown' && !place.hidden && here + 1 < links.length) {
            links[here + 1].focus();
        } else if (event.key === 'ArrowUp' && here >= 0) {
            (links[here - 1] ?? input).focus();
        } else {
            return;
        }
        event.preventDefault();
    };
    input.addEventListener('keydown', step);
    place.addEventListener('keydown', step);
    input.closest('form').addEventListener('focusout', (event) => {
        if (event.relatedTarget && event.relatedTarget !== input && !place.contains(event.relatedTarget)) {
            close();
        }
    });
}
