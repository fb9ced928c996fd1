-- The keys of reminders are no moments: below zero they do not count as the newest, after which new keys are made.
update message set id = -id where id > 0 and notice in ('step-soon', 'step-late', 'step-escalated');
