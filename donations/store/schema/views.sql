-- What reports may read. Views hold no data: they are dropped and made again after every schema step.

-- Each recorded name with the party it now stands for (after merges) and that party's present name.
create view name_now as
select
  n.number as name_number,
  coalesce(p.merged_into, p.number) as party,
  coalesce(
    iif(n.is_main and p.merged_into is null, n.name, (select m.name from party_name as m where m.party = coalesce(p.merged_into, p.number) and m.is_main = 1)),
    '（已删除）' || coalesce(p.merged_into, p.number) || '号') as name
from party_name as n
join party as p on p.number = n.party;

create view parties as
select
  p.number, coalesce(m.name, '（已删除）' || p.number || '号') as name, p.sort, p.city, p.county, p.consent,
  (select group_concat(name, '、') from (
    select n.name from party_name as n
    where (n.party = p.number or n.party in (select q.number from party as q where q.merged_into = p.number)) and n.number is not m.number
    order by n.number)) as also
from party as p
join party_name as m on m.party = p.number and m.is_main = 1
where p.merged_into is null;

-- Who stands in an entry, by the name each goes by now; what is public shows another name here, and says so.
-- Two names of one party are one: who gave together and are the same, as is known now, gave alone.
create view entry_names as
select ep.entry, ep.role, ep.position, n.party, n.name, 0 as is_masked
from entry_party as ep
join name_now as n on n.name_number = ep.name
where ep.position = 1 or not exists (
  select 1 from entry_party as o join name_now as m on m.name_number = o.name
  where o.entry = ep.entry and o.role = ep.role and o.position < ep.position and m.party = n.party);

create view party_entries as
select distinct n.party, ep.role, ep.entry
from entry_party as ep
join name_now as n on n.name_number = ep.name;

-- Each item by the number it was recorded under, with what it is now (after merges).
create view item_now as
select
  i.number as item_number, j.number as item, j.name, j.specification, j.english, nullif(j.unit, '') as unit, j.decimals, j.category, j.is_money
from item as i
join item as j on j.number = coalesce(i.merged_into, i.number);

create view items as
select
  i.number, i.name, i.specification, i.english, nullif(i.unit, '') as unit, i.decimals, i.category,
  (select group_concat(n.name, '、') from item_name as n where n.item = i.number and n.name is not i.name) as also
from item as i
where i.merged_into is null;

-- An entry with its parties' present names, joint ones together in the order they were written.
create view entries as
select
  e.number, e.date, e.type, e.city, e.county, e.reason, e.reverses, e.corrects, e.request, e.recorded_at,
  (select r.number from entry as r where r.reverses = e.number) as reversed_by,
  (select c.number from entry as c where c.corrects = e.number) as corrected_by,
  (select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = e.number and n.role = 'donor' order by n.position)) as donor,
  (select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = e.number and n.role = 'via' order by n.position)) as via,
  (select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = e.number and n.role = 'payer' order by n.position)) as payer,
  (select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = e.number and n.role = 'supplier' order by n.position)) as supplier,
  (select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = e.number and n.role = 'recipient' order by n.position)) as recipient,
  (select group_concat(name, '、') from (
    select n.name from entry_names as n where n.entry = e.number and n.role = 'beneficiary' order by n.position)) as beneficiary,
  (select note from entry_note where entry = e.number) as note,
  (select consent from gift_consent where entry = e.number) as consent,
  (select reason from register_change where register = 'entry' and subject = e.number and act = 'into_closed') as into_closed
from entry as e;

-- A line with its item as it is now, and what it does to each figure; null where its amount is unknown.
create view lines as
select
  l.entry, l.position, i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category,
  l.flow, l.amount_minor, l.certainty, l.value_minor, l.value_certainty, l.value_basis, l.counted_minor,
  l.store, (select name from store where number = l.store) as store_name,
  l.purpose, iif(l.purpose = 1, null, (select name from purpose where number = l.purpose)) as purpose_name,
  iif(l.recipient is null, null, (select n.name from name_now as n where n.name_number = l.recipient)) as own_recipient,
  l.batch, l.expires_on, l.written,
  iif(f.received, f.received * l.amount_minor, 0) as received,
  iif(f.bought, f.bought * l.amount_minor, 0) as bought,
  iif(f.spent, f.spent * l.amount_minor, 0) as spent,
  iif(f.distributed, f.distributed * l.amount_minor, 0) as distributed,
  iif(f.adjusted, f.adjusted * l.amount_minor, 0) as adjusted,
  iif(f.stock, f.stock * l.amount_minor, 0) as stock,
  f.stock as stock_sign
from line as l
join item_now as i on i.item_number = l.item
join flow as f on f.name = l.flow;

create view day_totals as
select
  d.date, substr(d.date, 1, 7) as month, nullif(d.city, '') as city,
  i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category,
  d.received, d.bought, d.spent, d.distributed, d.adjusted,
  d.received_unknown, d.bought_unknown, d.spent_unknown, d.distributed_unknown, d.adjusted_unknown,
  d.received_about, d.bought_about, d.spent_about, d.distributed_about, d.adjusted_about,
  d.value_in, d.value_in_lines, d.value_abouts
from day_total as d
join item_now as i on i.item_number = d.item;

create view month_totals as
select
  m.month, nullif(m.city, '') as city,
  i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category,
  m.received, m.bought, m.spent, m.distributed, m.adjusted,
  m.received_unknown, m.bought_unknown, m.spent_unknown, m.distributed_unknown, m.adjusted_unknown,
  m.received_about, m.bought_about, m.spent_about, m.distributed_about, m.adjusted_about,
  m.value_in, m.value_in_lines, m.value_abouts
from month_total as m
join item_now as i on i.item_number = m.item;

-- The sums of days as they are kept, for what adds many of them up before it asks what they are called.
create view stock_days as
select item as item_number, store, purpose, date, change, unknowns, abouts, counts, came_in, value, valued, valued_unknown, value_abouts
from day_stock;

create view stores as select number, name from store;

create view day_stocks as
select
  i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category,
  d.store, s.name as store_name, d.purpose, iif(d.purpose = 1, null, p.name) as purpose_name,
  d.date, d.change, d.unknowns, d.abouts, d.counts, d.came_in, d.value, d.valued, d.valued_unknown, d.value_abouts
from day_stock as d
join item_now as i on i.item_number = d.item
join store as s on s.number = d.store
join purpose as p on p.number = d.purpose;

-- What each line adds to every figure: known amounts, and how many of unknown or about amount (taken back by a reversal).
create view line_figures as
select
  l.entry, l.position, e.date, e.city, e.county, l.item, l.store, l.purpose, l.recipient, f.name as flow,
  coalesce(f.received * l.amount_minor, 0) as received,
  coalesce(f.bought * l.amount_minor, 0) as bought,
  coalesce(f.spent * l.amount_minor, 0) as spent,
  coalesce(f.distributed * l.amount_minor, 0) as distributed,
  coalesce(f.adjusted * l.amount_minor, 0) as adjusted,
  coalesce(f.stock * l.amount_minor, 0) as stock,
  f.stock <> 0 as is_stock,
  abs(f.received) * (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as received_unknown,
  abs(f.bought) * (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as bought_unknown,
  abs(f.spent) * (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as spent_unknown,
  abs(f.distributed) * (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as distributed_unknown,
  abs(f.adjusted) * (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as adjusted_unknown,
  (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as unknowns,
  abs(f.received) * (l.certainty = 'about') * iif(e.reverses is null, 1, -1) as received_about,
  abs(f.bought) * (l.certainty = 'about') * iif(e.reverses is null, 1, -1) as bought_about,
  abs(f.spent) * (l.certainty = 'about') * iif(e.reverses is null, 1, -1) as spent_about,
  abs(f.distributed) * (l.certainty = 'about') * iif(e.reverses is null, 1, -1) as distributed_about,
  abs(f.adjusted) * (l.certainty = 'about') * iif(e.reverses is null, 1, -1) as adjusted_about,
  (l.certainty = 'about') * iif(e.reverses is null, 1, -1) as abouts,
  (l.counted_minor is not null) * iif(e.reverses is null, 1, -1) as counts,
  (f.received + f.bought) * coalesce(l.value_minor, 0) as value_in,
  abs(f.received + f.bought) * (l.value_minor is not null) * iif(e.reverses is null, 1, -1) as value_in_lines,
  abs(f.received + f.bought) * coalesce(l.value_certainty = 'about', 0) * iif(e.reverses is null, 1, -1) as value_abouts,
  (f.received + f.bought + f.adjusted > 0) * coalesce(l.amount_minor, 0) as came_in,
  (f.received + f.bought + f.adjusted) * coalesce(l.value_minor, 0) as held_value,
  (f.received + f.bought + f.adjusted) * (l.value_minor is not null) * coalesce(l.amount_minor, 0) as held_valued,
  abs(f.received + f.bought + f.adjusted) * (l.value_minor is not null) * (l.amount_minor is null) * iif(e.reverses is null, 1, -1) as held_valued_unknown,
  abs(f.received + f.bought + f.adjusted) * coalesce(l.value_certainty = 'about', 0) * iif(e.reverses is null, 1, -1) as held_value_abouts,
  f.distributed * coalesce(l.value_minor, 0) as value_out,
  abs(f.distributed) * (l.value_minor is not null) * iif(e.reverses is null, 1, -1) as value_out_lines,
  abs(f.distributed) * coalesce(l.value_certainty = 'about', 0) * iif(e.reverses is null, 1, -1) as value_out_abouts
from line as l
join entry as e on e.number = l.entry
join flow as f on f.name = l.flow;

-- Lines in the shape of day_totals, for what the kept sums don't tell apart: parties, purposes, counties.
create view line_totals as
select
  t.entry, t.date, substr(t.date, 1, 7) as month, t.city, t.county, t.purpose, t.recipient as own_recipient,
  i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category,
  t.received, t.bought, t.spent, t.distributed, t.adjusted,
  t.received_unknown, t.bought_unknown, t.spent_unknown, t.distributed_unknown, t.adjusted_unknown,
  t.received_about, t.bought_about, t.spent_about, t.distributed_about, t.adjusted_about,
  t.value_in, t.value_in_lines, t.value_abouts, t.value_out, t.value_out_lines, t.value_out_abouts
from line_figures as t
join item_now as i on i.item_number = t.item
where t.flow not in ('moved_in', 'moved_out');

-- Amounts that nobody counted, or only roughly, in what takes an entry back: sums of counts have them as one less, which is right
-- where the entry taken back is in the sum too. Where it is not (its month is closed), the sum is no better known for it, and
-- each has to count as one more. So this is what such a sum lacks, in the shape of day_totals: twice each count.
-- What takes back is little: it is found first, by the index on `reverses` (for which it has to be compared), and not by its date.
create view taken_back as
select
  r.number as entry, r.reverses, +r.date as date, substr(r.date, 1, 7) as month, o.date as first_date, substr(o.date, 1, 7) as first_month, r.city,
  i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category, l.store, l.purpose,
  2 * abs(f.received) * (l.amount_minor is null) as received_unknown,
  2 * abs(f.bought) * (l.amount_minor is null) as bought_unknown,
  2 * abs(f.spent) * (l.amount_minor is null) as spent_unknown,
  2 * abs(f.distributed) * (l.amount_minor is null) as distributed_unknown,
  2 * abs(f.adjusted) * (l.amount_minor is null) as adjusted_unknown,
  2 * abs(f.received) * (l.certainty = 'about') as received_about,
  2 * abs(f.bought) * (l.certainty = 'about') as bought_about,
  2 * abs(f.spent) * (l.certainty = 'about') as spent_about,
  2 * abs(f.distributed) * (l.certainty = 'about') as distributed_about,
  2 * abs(f.adjusted) * (l.certainty = 'about') as adjusted_about,
  2 * abs(f.received + f.bought) * coalesce(l.value_certainty = 'about', 0) as value_abouts
from entry as r
cross join entry as o on o.number = r.reverses
cross join line as l on l.entry = r.number
cross join flow as f on f.name = l.flow
cross join item_now as i on i.item_number = l.item
where r.reverses > 0 and f.name not in ('moved_in', 'moved_out') and (l.certainty <> 'exact' or l.value_certainty = 'about');

-- What is taken back after a count of what it was in: the count has settled that, so it makes what is on hand no better known.
-- Of each pile and day, how many such counts too few the sums of days have, and the days of the counts that it is so for.
create view taken_back_after_counts as
select i.item, l.store, l.purpose, +r.date as date, o.date as first_date, (l.amount_minor is null) as unknowns, (l.certainty = 'about') as abouts
from entry as r
cross join entry as o on o.number = r.reverses
cross join line as l on l.entry = r.number
cross join flow as f on f.name = l.flow
cross join item_now as i on i.item_number = l.item
where r.reverses > 0 and r.date > o.date and f.stock <> 0 and l.certainty <> 'exact';

-- What went out with a value of its own, given back or lost: the sums of days have it in `value` and `valued`, but not in `came_in`.
-- It is little, and is found by the index that holds nothing else, for which it has to say the same as that does.
create view gone_with_values as
select i.item, l.store, l.purpose, +e.date as date, l.amount_minor as amount
from line as l
cross join entry as e on e.number = l.entry
cross join item_now as i on i.item_number = l.item
where l.flow in ('refunded', 'lost') and l.value_minor is not null and l.amount_minor is not null;

-- The kept sums derived again from the lines, those of months from those of days; `check` compares.
create view day_total_again as
select
  date, coalesce(city, '') as city, item,
  sum(received) as received, sum(bought) as bought, sum(spent) as spent, sum(distributed) as distributed, sum(adjusted) as adjusted,
  sum(received_unknown) as received_unknown, sum(bought_unknown) as bought_unknown, sum(spent_unknown) as spent_unknown,
  sum(distributed_unknown) as distributed_unknown, sum(adjusted_unknown) as adjusted_unknown,
  sum(received_about) as received_about, sum(bought_about) as bought_about, sum(spent_about) as spent_about, sum(distributed_about) as distributed_about, sum(adjusted_about) as adjusted_about,
  sum(value_in) as value_in, sum(value_in_lines) as value_in_lines, sum(value_abouts) as value_abouts
from line_figures
where flow not in ('moved_in', 'moved_out')
group by date, coalesce(city, ''), item;

create view month_total_again as
select
  substr(date, 1, 7) as month, city, item,
  sum(received) as received, sum(bought) as bought, sum(spent) as spent, sum(distributed) as distributed, sum(adjusted) as adjusted,
  sum(received_unknown) as received_unknown, sum(bought_unknown) as bought_unknown, sum(spent_unknown) as spent_unknown,
  sum(distributed_unknown) as distributed_unknown, sum(adjusted_unknown) as adjusted_unknown,
  sum(received_about) as received_about, sum(bought_about) as bought_about, sum(spent_about) as spent_about, sum(distributed_about) as distributed_about, sum(adjusted_about) as adjusted_about,
  sum(value_in) as value_in, sum(value_in_lines) as value_in_lines, sum(value_abouts) as value_abouts
from day_total
group by substr(date, 1, 7), city, item;

create view day_stock_again as
select item, store, purpose, date, sum(stock) as change, sum(unknowns) as unknowns, sum(abouts) as abouts, sum(counts) as counts,
  sum(came_in) as came_in, sum(held_value) as value, sum(held_valued) as valued, sum(held_valued_unknown) as valued_unknown, sum(held_value_abouts) as value_abouts
from line_figures
where is_stock
group by item, store, purpose, date;

create view purposes as select number, name from purpose;
create view seals as select entry, digest from chain where entry is not null;

create view entries_dated as
select e.number, e.date, e.type,
  e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.number) as is_standing
from entry as e;

create view entry_roles as
select ep.entry, ep.role, ep.position, ep.name as name_number, n.name as recorded_name,
  case ep.role when 'donor' then 1 when 'via' then 2 when 'payer' then 3 when 'supplier' then 4 when 'recipient' then 5 else 6 end as rank
from entry_party as ep
join party_name as n on n.number = ep.name;

create view packs as
select k.item as item_number, i.item, i.name as item_name, i.specification, k.unit as pack, k.amount_minor, i.unit, i.decimals
from item_pack as k join item_now as i on i.item_number = k.item;

-- Each import with the names of its files. What the public is shown has none: a file may be called after a person.
create view imports as
select i.number, i.imported_at, i.first_entry, i.last_entry,
  (select group_concat(file, '、') from (select distinct s.file from import_source as s where s.import = i.number order by s.number)) as files,
  (select count(*) from (
    select distinct r.source, r.row from import_row as r join import_source as s on s.number = r.source where s.import = i.number)) as rows_imported,
  (select undone_at from import_undo as u where u.import = i.number) as undone_at
from import as i;

-- What is closed, and what was published: the reports themselves are read by the store alone.
create view closings as select number, month, last_day, entries, digest, closed_at from closing;
create view issues as
select number, begin_day, end_day, entries, link, report is null as is_lost, sha256, published_at from issue;

-- Each entry with the one that it takes back or says aright.
create view entry_links as
select number, date, type, coalesce(reverses, corrects) as parent, reverses from entry;

-- What each line of an entry that stands does, in the order in which gifts are followed; `who`: the parties it came from or went to, by number.
create view moves as
select
  e.number as entry, l.position, e.date, l.flow, i.item, l.store, l.purpose, l.amount_minor, l.certainty,
  case
    when l.flow in ('received', 'refunded') then (select group_concat(party, ' ') from (
      select distinct n.party from entry_party as ep join name_now as n on n.name_number = ep.name
      where ep.entry = e.number and ep.role = 'donor' order by n.party))
    when l.flow in ('relayed', 'distributed', 'returned') then coalesce(
      (select '' || n.party from name_now as n where n.name_number = l.recipient),
      (select group_concat(party, ' ') from (
        select distinct n.party from entry_party as ep join name_now as n on n.name_number = ep.name
        where ep.entry = e.number and ep.role = 'recipient' order by n.party)))
  end as who
from entry as e
join line as l on l.entry = e.number
join item_now as i on i.item_number = l.item
where e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.number)
order by e.date, e.number, l.position;

-- Certificates with whom they are for, by the name they were issued under.
create view certificates as
select
  c.number, c.issued_on, c.name as name_number, c.entries, (select count(*) from json_each(c.entries)) as gifts,
  iif(c.name is null,
    (select group_concat(r.name, '、') from (
      select n.name from entry_names as n where n.entry = (select value from json_each(c.entries) where key = 0) and n.role = 'donor' order by n.position) as r),
    (select coalesce(n.name, '（已删除）' || n.party || '号') from party_name as n where n.number = c.name)) as donor,
  case
    when v.certificate is not null then 'void'
    when c.entries = '[]' then 'missing'
    when exists (select 1 from json_each(c.entries) as j join entry as r on r.reverses = j.value) then 'outdated'
    else 'valid'
  end as state,
  v.voided_on,
  (select w.reason from register_change as w
    where w.register = 'book' and w.act = 'void_certificate' and (select value from json_each(w.after) where key = 'certificate') = c.number) as reason
from certificate as c
left join certificate_void as v on v.certificate = c.number;

-- The last word on each handover sheet.
create view handovers as
select h.entry, h.is_filed, h.noted_on,
  (select w.reason from register_change as w
    where w.register = 'entry' and w.subject = h.entry and w.act in ('file_handover', 'unfile_handover') order by w.number desc limit 1) as note
from handover as h
where h.number = (select max(number) from handover as n where n.entry = h.entry);
