-- Step 8: sums by month beside those by day, so that what is asked of whole months reads a month's few rows, however
-- many days have some. The trigger takes what a line adds from `line_figures`, by which `check` derives the sums of days
-- again; so the sums of months, which `check` holds against those of days, are reckoned by the other of two formulas.
-- The views are made anew: what is taken back of another period makes no sum of this one known.

create table month_total (
  month text not null,
  city text not null,              -- '' where none is known
  item integer not null references item (number),
  received integer not null,
  bought integer not null,
  spent integer not null,
  distributed integer not null,
  adjusted integer not null,
  received_unknown integer not null,
  bought_unknown integer not null,
  spent_unknown integer not null,
  distributed_unknown integer not null,
  adjusted_unknown integer not null,
  received_about integer not null,
  bought_about integer not null,
  spent_about integer not null,
  distributed_about integer not null,
  adjusted_about integer not null,
  value_in integer not null,
  value_in_lines integer not null,
  value_abouts integer not null,
  primary key (month, city, item)
) strict, without rowid;

insert into month_total
select substr(date, 1, 7), city, item,
  sum(received), sum(bought), sum(spent), sum(distributed), sum(adjusted), sum(received_unknown), sum(bought_unknown),
  sum(spent_unknown), sum(distributed_unknown), sum(adjusted_unknown), sum(received_about), sum(bought_about),
  sum(spent_about), sum(distributed_about), sum(adjusted_about), sum(value_in), sum(value_in_lines), sum(value_abouts)
from day_total
group by substr(date, 1, 7), city, item;

create trigger line_month_sums after insert on line
begin
  insert into month_total
  select
    substr(date, 1, 7), coalesce(city, ''), item,
    received, bought, spent, distributed, adjusted, received_unknown, bought_unknown, spent_unknown, distributed_unknown,
    adjusted_unknown, received_about, bought_about, spent_about, distributed_about, adjusted_about, value_in,
    value_in_lines, value_abouts
  from line_figures
  where entry = new.entry and position = new.position and flow not in ('moved_in', 'moved_out')
  on conflict (month, city, item) do update set
    received = received + excluded.received,
    bought = bought + excluded.bought,
    spent = spent + excluded.spent,
    distributed = distributed + excluded.distributed,
    adjusted = adjusted + excluded.adjusted,
    received_unknown = received_unknown + excluded.received_unknown,
    bought_unknown = bought_unknown + excluded.bought_unknown,
    spent_unknown = spent_unknown + excluded.spent_unknown,
    distributed_unknown = distributed_unknown + excluded.distributed_unknown,
    adjusted_unknown = adjusted_unknown + excluded.adjusted_unknown,
    received_about = received_about + excluded.received_about,
    bought_about = bought_about + excluded.bought_about,
    spent_about = spent_about + excluded.spent_about,
    distributed_about = distributed_about + excluded.distributed_about,
    adjusted_about = adjusted_about + excluded.adjusted_about,
    value_in = value_in + excluded.value_in,
    value_in_lines = value_in_lines + excluded.value_in_lines,
    value_abouts = value_abouts + excluded.value_abouts;
end;

-- All names of one party, its merged ones' too, are found without a look at everybody's.
create index party_now on party (coalesce(merged_into, number));
