-- What a business spent and an assistant earned, month by month.
create index plan_organisation on payments.plan (organisation);
create index release_assistant on payments.release (assistant, made_at);
