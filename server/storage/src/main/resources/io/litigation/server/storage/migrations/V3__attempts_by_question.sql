-- For what is removed, and for what a person settles.
create index attempts_by_question on attempts (question, admitted_at);
