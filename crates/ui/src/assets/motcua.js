// Small conveniences. Every page works without them.

// The box of all rows appears where a script can look after it.
const showAll = (part) => part.querySelectorAll('input[data-all]').forEach((box) => (box.hidden = false));

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

// Whether somebody wrote or chose something in a form.
const isFilled = (form) =>
    [...form.elements].some((field) => {
        if (field.type === 'hidden' || field.tagName === 'BUTTON') {
            return false;
        }
        if (field.type === 'checkbox' || field.type === 'radio') {
            return field.checked !== field.defaultChecked;
        }
        if (field.tagName === 'SELECT') {
            return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value);
        }
        return field.value !== field.defaultValue;
    });

// A page that saves itself while somebody types. What is overtaken by another window, or came when the session had ended,
// is told where the button is pressed; until then nothing is tried again.
for (const form of document.querySelectorAll('form[data-saves]')) {
    const said = document.querySelector('[data-saved]');
    // What is true of a page that saves itself is said where it does.
    document.querySelectorAll('[data-scripted]').forEach((part) => (part.hidden = false));
    const drawn = form.elements['drawn-from'];
    let waiting;
    let saving = null;
    let refused = false;
    // What was typed and is not kept yet.
    const typed = () => {
        form.dataset.unkept = '';
    };
    const save = async (leaving) => {
        delete form.dataset.unkept;
        const fields = new URLSearchParams();
        for (const [name, value] of new FormData(form)) {
            if (typeof value === 'string' && !name.startsWith('kept-')) {
                fields.append(name, value);
            }
        }
        try {
            const answer = await fetch(form.action, { method: 'POST', headers: { 'x-save': 'yes' }, body: fields, keepalive: leaving });
            refused = answer.status === 409 || answer.status === 401;
            if (!answer.ok) {
                typed();
            }
            if (drawn && answer.headers.has('x-drawn')) {
                drawn.value = answer.headers.get('x-drawn');
            }
            if (answer.ok || refused) {
                said.textContent = await answer.text();
            }
        } catch {
            // The line dropped: the next letter tries again.
            typed();
        }
    };
    const soon = () => {
        clearTimeout(waiting);
        waiting = setTimeout(async () => {
            if (saving) {
                soon();
            } else if (!refused) {
                saving = save(false);
                await saving;
                saving = null;
            }
        }, 1000);
    };
    for (const change of ['input', 'change']) {
        form.addEventListener(change, () => {
            typed();
            soon();
        });
    }
    // Whoever leaves takes the last words along, unless they were asked: what was refused, or is too long to go along.
    window.addEventListener('beforeunload', () => {
        const long = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
        if ('unkept' in form.dataset && !refused && !saving && String(long).length < 60000 && !form.dataset.sent) {
            clearTimeout(waiting);
            save(true);
        }
    });
    // The button's sending and the page's own must not cross: the form goes when the page has finished.
    form.addEventListener('submit', (event) => {
        clearTimeout(waiting);
        if (saving && !event.defaultPrevented) {
            event.preventDefault();
            saving.then(() => {
                delete form.dataset.sent;
                form.requestSubmit(event.submitter);
            });
        }
    });
}

// A file that would not be taken is named before it travels; the server looks at each of them all the same.
const taken = ['application/pdf', 'image/jpeg', 'image/png'];
for (const input of document.querySelectorAll('input[type="file"][data-max]')) {
    const said = document.createElement('p');
    said.className = 'field__error';
    said.setAttribute('role', 'alert');
    input.before(said);
    const endings = input.accept.split(',');
    const problem = (file) => {
        if (!file.size) {
            return input.dataset.empty;
        }
        const known = endings.some((ending) => file.name.toLowerCase().endsWith(ending)) || taken.includes(file.type);
        if (!known) {
            return input.dataset.wrongType;
        }
        return file.size > Number(input.dataset.max) ? input.dataset.tooLarge : '';
    };
    input.addEventListener('change', () => {
        const good = new DataTransfer();
        const wrong = [];
        for (const file of input.files) {
            const sentence = problem(file);
            if (sentence) {
                wrong.push(sentence.replace('{}', () => file.name));
            } else {
                good.items.add(file);
            }
        }
        if (wrong.length) {
            input.files = good.files;
        }
        said.textContent = wrong.join('. ');
    });
}

// Whoever changes the language takes a half filled form along: the one of several that was filled in. Of two they choose.
const languages = document.querySelector('.languages');
languages?.querySelector('summary').addEventListener('click', (event) => {
    const buttons = [...languages.querySelectorAll('button:not([aria-hidden])')];
    // One that came back stands open, with what was typed as if it had always been there.
    const cameBack = (form) => 'unsent' in document.body.dataset && !form.closest('details:not([open])');
    const written = ({ form }) => form && !form.dataset.locked && (isFilled(form) || cameBack(form));
    const [chosen, another] = buttons.filter(written);
    if (!another) {
        event.preventDefault();
        (chosen ?? languages.querySelector('a')).click();
    }
});

// Whoever leaves a form half filled in is asked, where the page does not save itself.
window.addEventListener('beforeunload', (event) => {
    // Signing out is a form too, but nothing is filled in there.
    const forms = [...document.querySelectorAll('form[method="post"]')].filter((form) => form.elements.length > 1);
    const asked = forms.filter((form) => !('saves' in form.dataset || 'free' in form.dataset || form.dataset.locked));
    const cameBack = asked.length > 0 && 'unsent' in document.body.dataset;
    // A page that saves itself has what it could not keep, and files, which go by the button alone.
    const chosen = (form) => [...form.elements].some((field) => field.type === 'file' && field.files.length);
    const behind = (form) => 'saves' in form.dataset && ('unkept' in form.dataset || chosen(form));
    const filled = asked.some(isFilled) || forms.some(behind);
    const sent = forms.some((form) => form.dataset.sent);
    if ((cameBack || filled) && !sent) {
        event.preventDefault();
    }
});

// The error summary takes the focus, so that screen readers and keyboards begin there.
document.querySelector('.error-summary')?.focus();

// Print buttons appear where printing is possible.
const printing = document.querySelectorAll('button[data-print]');
for (const button of printing) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
}

// An act whose paper is handed over at once: the page it leads to is printed, where it is one. Coming back to that page, or
// to the form, prints nothing.
const thenPrint = sessionStorage.getItem('then-print');
sessionStorage.removeItem('then-print');
if (printing.length && document.querySelector('.office .receipt')) {
    printing[0].focus();
    if (thenPrint) {
        window.addEventListener('load', () => window.print());
    }
}
document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented && event.submitter && 'thenPrint' in event.submitter.dataset) {
        sessionStorage.setItem('then-print', 'yes');
    }
});

// Suggestions under a search box while somebody types: links like any others. Down and up walk through them,
// Escape puts them away, and how many there are is said once.
for (const input of document.querySelectorAll('input[data-suggest]')) {
    const said = document.createElement('p');
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    const place = document.createElement('div');
    place.className = 'suggestions';
    place.hidden = true;
    (input.closest('.lookup') ?? input).after(said, place);
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

// What colleagues do shows by itself. The server only hints that something changed; the page then fetches itself again
// and takes over its live parts. One tab of a browser holds the line and passes hints on to the others.
const newsroom = document.querySelector('[data-news]');
if (newsroom && 'EventSource' in window) {
    const passed = 'BroadcastChannel' in window ? new BroadcastChannel('motcua-news') : null;
    const read = (text) =>
        Object.fromEntries(text.split('\n').map((line) => line.split(' ')).map(([name, count]) => [name, Number(count)]));
    // What happened after the page was read and before it listened.
    const catchUp = () =>
        fetch(`${newsroom.dataset.news}/since?mark=${encodeURIComponent(newsroom.dataset.mark)}`, {
            headers: { 'x-renew': 'yes' },
        })
            .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ''))
            .then((text) => text && take(text === 'all' ? null : read(text)))
            .catch(() => {});
    const listen = (again) =>
        new Promise((over) => {
            const line = new EventSource(newsroom.dataset.news);
            const hear = (hint) => {
                passed?.postMessage(hint);
                take(hint);
            };
            line.addEventListener('changed', (event) => hear(read(event.data)));
            line.addEventListener('everything', () => hear(null));
            line.addEventListener('ended', () => {
                line.close();
                over();
            });
            // While a line was broken, anything may have happened.
            line.addEventListener('open', () => {
                if (again) {
                    setTimeout(() => hear(null), Math.random() * 3000);
                } else {
                    catchUp();
                }
                again = true;
            });
            // After some answers the browser does not try again by itself.
            line.addEventListener('error', () => {
                if (line.readyState === EventSource.CLOSED) {
                    setTimeout(() => over(listen(true)), 5000 + Math.random() * 5000);
                }
            });
            // The browser gives a tab that sleeps its turn back when the page is left.
            window.addEventListener('pagehide', () => line.close());
        });
    passed?.addEventListener('message', (event) => take(event.data));
    if (navigator.locks) {
        navigator.locks.request('motcua-news', () => listen(false));
        // Another page may hold the line already.
        catchUp();
    } else {
        listen(false);
    }

    // A hint names dossiers with how many events they have; none means that anything may have changed.
    const dossier = document.querySelector('[data-dossier]');
    // A form that came back with something to correct stands at the address of its act.
    const home = dossier && `/office/dossiers/${dossier.dataset.dossier}`;
    const cameBack = dossier && location.pathname !== home;
    const said = new URLSearchParams();
    for (const field of document.querySelectorAll('#acts input[name="step"], #acts input[data-first]')) {
        said.set(field.name, field.value);
    }
    const address = cameBack ? `${home}?${said}` : location.href;
    let asked = false;
    let again = false;
    const take = (hint) => {
        const seen = Number(dossier?.dataset.seen);
        if (dossier && hint && !(hint[dossier.dataset.dossier] > seen)) {
            return;
        }
        if (asked) {
            again = true;
            return;
        }
        asked = true;
        fetch(address, { headers: { accept: 'text/html', 'x-renew': 'yes' } })
            .then(async (answer) => {
                // Once the session has ended, what was written can still be sent: it is held until somebody has signed in.
                if (answer.redirected && new URL(answer.url).pathname.endsWith('/sign-in')) {
                    return;
                }
                const gone = answer.redirected || answer.status === 404;
                if (!gone && !answer.ok) {
                    // Something else went wrong: the next hint tries again.
                    return;
                }
                const fresh = gone ? null : new DOMParser().parseFromString(await answer.text(), 'text/html');
                if (dossier) {
                    renewDossier(fresh);
                } else if (fresh) {
                    renewParts(fresh);
                }
            })
            .catch(() => {
                // The line dropped: the next hint tries again.
            })
            .finally(() => {
                asked = false;
                if (again) {
                    again = false;
                    setTimeout(() => take(null), 500);
                }
            });
    };

    // Live parts are replaced; whoever stands on a link in one stays on it.
    const renewParts = (fresh) => {
        let changed = false;
        for (const part of document.querySelectorAll('[data-live]')) {
            const other = fresh.getElementById(part.id);
            if (other && other.innerHTML !== part.innerHTML) {
                const here = part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
                const open = [...part.querySelectorAll('details')].map((details) => details.open);
                const boxes = [...part.querySelectorAll('input[type="checkbox"][name]:checked')];
                const picked = new Set(boxes.map((box) => `${box.name} ${box.value}`));
                const box = part.contains(document.activeElement) ? document.activeElement.value : null;
                part.innerHTML = other.innerHTML;
                part.querySelectorAll('details').forEach((details, place) => (details.open = open[place] ?? details.open));
                showAll(part);
                for (const fresh of part.querySelectorAll('input[type="checkbox"][name]')) {
                    fresh.checked = picked.has(`${fresh.name} ${fresh.value}`);
                    if (box && fresh.value === box) {
                        fresh.focus();
                    }
                }
                if (here) {
                    part.querySelector(`a[href="${CSS.escape(here)}"]`)?.focus();
                }
                changed = true;
            }
        }
        if (changed) {
            const said = document.getElementById('news-said');
            said.textContent = newsroom.dataset.said;
            setTimeout(() => (said.textContent = ''), 8000);
        }
    };

    // What was written stays to be read and copied; it cannot be sent any more.
    const lock = (form) => {
        if (form.dataset.locked) {
            return;
        }
        form.dataset.locked = 'yes';
        form.closest('details').open = true;
        for (const field of form.elements) {
            if (field.tagName === 'TEXTAREA' || ['text', 'number', 'tel', 'email'].includes(field.type)) {
                field.readOnly = true;
            } else {
                field.disabled = true;
            }
        }
        form.prepend(document.getElementById('locked').content.cloneNode(true));
    };

    // Acts that are still possible at the same step go on from where the dossier stands now. Of the others, what somebody
    // wrote in is locked, and the rest goes: nobody finishes one step with what was written about another.
    const renewDossier = (fresh) => {
        const list = document.getElementById('acts');
        const other = fresh?.getElementById('acts');
        const sameStep = other?.dataset.step === list.dataset.step;
        for (const form of list.querySelectorAll('form[action]')) {
            const found = other?.querySelector(`form[action="${form.getAttribute('action')}"]`);
            // A form that was opened in one's own place is never sent in a colleague's, nor the other way round.
            const same = found?.elements.desk?.value === form.elements.desk?.value ? found : null;
            if (same && (sameStep || 'anywhere' in form.dataset)) {
                for (const field of same.querySelectorAll('input[type="hidden"]')) {
                    const own = form.querySelector(`input[type="hidden"][name="${field.name}"]`);
                    if (own) {
                        own.value = field.value;
                    }
                }
                same.closest('li').remove();
            } else if ((cameBack && form.closest('details').open) || isFilled(form)) {
                lock(form);
                found?.closest('li').remove();
            } else {
                form.closest('li').remove();
            }
        }
        for (const item of other?.children ?? []) {
            list.append(document.importNode(item, true));
        }
        list.dataset.step = other?.dataset.step ?? '';
        if (fresh) {
            dossier.dataset.seen = fresh.querySelector('[data-dossier]')?.dataset.seen ?? dossier.dataset.seen;
            renewParts(fresh);
        }
    };
}

// A list beside a page begins where the page stands in it.
const standing = document.querySelector('.side-by-side__here');
if (standing) {
    const list = standing.closest('.side-by-side__list');
    list.scrollTop = standing.offsetTop - list.offsetTop - list.clientHeight / 3;
}

// One box chooses every row of a list. Lists are renewed, so the page listens, not the box.
showAll(document);
// A wide picture shows where the dossier stands.
for (const box of document.querySelectorAll('.diagram-box')) {
  const show = () => {
    const now = box.querySelector('.diagram__node--now')?.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (now && frame.width) box.scrollLeft += now.left - frame.left - (frame.width - now.width) / 2;
  };
  show();
  box.closest('details')?.addEventListener('toggle', show);
}

document.addEventListener('change', (event) => {
    if (event.target.matches('input[data-all]')) {
        for (const box of event.target.closest('table').querySelectorAll('tbody input.pick')) {
            box.checked = event.target.checked;
        }
    }
});

// Single keys for officers, unless they are turned off: `?` shows them. Everything is reachable without them.
const keys = document.getElementById('keys');
if (keys && document.body.dataset.keys !== 'off') {
    // On a page of one dossier to the next one, in a list to the next row.
    const step = (rel, way) => {
        const beside = document.querySelector(`.dossier a[rel="${rel}"]`);
        if (beside) {
            beside.click();
            return;
        }
        const links = [...document.querySelectorAll('.table tbody th a')];
        const here = links.indexOf(document.activeElement);
        links[here < 0 ? (way > 0 ? 0 : links.length - 1) : here + way]?.focus();
    };
    const doing = {
        '?': () => (keys.open ? keys.close() : keys.showModal()),
        h: () => location.assign('/office'),
        '/': () => location.assign('/office/search#wanted'),
        j: () => step('next', 1),
        k: () => step('prev', -1),
        a: () => document.querySelector('#acts summary')?.focus(),
        x: () => document.activeElement.closest('tr')?.querySelector('input[name="row"]')?.click(),
    };
    document.addEventListener('keydown', (event) => {
        const typing = event.target.closest('input, textarea, select, [contenteditable]');
        if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
            return;
        }
        if (keys.open && event.key !== '?') {
            return;
        }
        const act = doing[event.key];
        if (act) {
            event.preventDefault();
            act();
        }
    });
}
