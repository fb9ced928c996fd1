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
