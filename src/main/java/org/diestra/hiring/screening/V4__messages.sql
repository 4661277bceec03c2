-- Rules may hold in messages too; the usual ones about contact and fraud do from now on.
alter table screening.rule drop constraint rule_places_check;
alter table screening.rule add constraint rule_places_check
  check (places <@ array['JOB', 'BID', 'PROFILE', 'SAMPLE', 'MESSAGE']);
update screening.rule set places = places || '{MESSAGE}'
where detector in ('EMAIL', 'PHONE', 'HANDLE')
  or name in ('Asks to be contacted elsewhere', 'Money to begin',
    'Payment that can''t be followed', 'Passwords and card data');
